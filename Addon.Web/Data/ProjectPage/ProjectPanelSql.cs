using Addon.Web.Data.KeyResults;
using Addon.Web.Data.Objectives;
using Addon.Web.Data.Scopes;

namespace Addon.Web.Data.ProjectPage;

/// <summary>The project panel in one round trip: scope, objectives, key results, lines above, counts of the work behind those of the team.</summary>
internal static class ProjectPanelSql
{
    public const string Read = $"""
        {ScopeSql.FindOfProject}

        SELECT {ObjectiveSql.Columns}, c.name AS cycle_name, s.kind AS scope_kind
        FROM scope s
        INNER JOIN objective o ON o.tenant_id = s.tenant_id AND o.scope_id = s.id
        INNER JOIN cycle c ON c.tenant_id = o.tenant_id AND c.id = o.cycle_id
        WHERE s.tenant_id = @tenant AND s.id IN ({ShownScopes})
        ORDER BY o.number;

        SELECT {KeyResultSql.Columns}
        FROM key_result k
        WHERE k.tenant_id = @tenant AND k.objective_id IN ({ShownObjectives})
        ORDER BY k.number;

        WITH {OkrFragments.Line} AS (
          SELECT o.id, 0, o.number, o.title, o.scope_id, o.parent_objective_id, o.parent_key_result_id
          FROM objective o
          WHERE o.tenant_id = @tenant AND o.scope_id IN ({ShownScopes})
        {OkrFragments.LineUp}

        WITH {OkrFragments.Work} ({TeamKeyResults})
        {OkrFragments.WorkDown}
        SELECT w.key_result_id, COUNT(*) AS total_count,
               SUM(CASE WHEN w.status_category = 2 THEN 1 ELSE 0 END) AS done_count,
               SUM(CASE WHEN w.depth > 0 THEN 1 ELSE 0 END) AS inherited_count
        FROM work w
        GROUP BY w.key_result_id;
        """;

    /// <summary>The company's scope and that of the project's team.</summary>
    private const string ShownScopes = """
        SELECT a.id FROM scope a WHERE a.tenant_id = @tenant AND a.slot = 'company'
        UNION ALL
        SELECT p.scope_id FROM scope_project p WHERE p.tenant_id = @tenant AND p.project_id = @project
        """;

    /// <summary>
    /// Whose work is walked. The company's key results are left out: behind them stands the work of every team, and a team's page must not pay for that.
    /// </summary>
    private const string TeamKeyResults = """
        SELECT k.id
        FROM scope_project p
        INNER JOIN objective b ON b.tenant_id = p.tenant_id AND b.scope_id = p.scope_id
        INNER JOIN key_result k ON k.tenant_id = b.tenant_id AND k.objective_id = b.id
        WHERE p.tenant_id = @tenant AND p.project_id = @project
        """;

    private const string ShownObjectives = $"SELECT b.id FROM objective b WHERE b.tenant_id = @tenant AND b.scope_id IN ({ShownScopes})";
}
