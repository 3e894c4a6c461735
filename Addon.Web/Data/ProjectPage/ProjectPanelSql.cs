using Addon.Web.Data.KeyResults;
using Addon.Web.Data.Objectives;
using Addon.Web.Data.Scopes;

namespace Addon.Web.Data.ProjectPage;

/// <summary>The project panel in one round trip of three statements: the scopes, their objectives with all that these serve, and the key results with the work behind the team's.</summary>
/// <remarks>The numbers are computed in memory from these rows; no series of values is read.</remarks>
internal static class ProjectPanelSql
{
    public const string Read = $"""
        WITH {ShownScopes}
        SELECT {ScopeSql.Columns}
        FROM scope s
        WHERE s.tenant_id = @tenant AND s.id IN (SELECT w.id FROM shown w)
        ORDER BY s.kind DESC, s.name, s.id;

        WITH {ShownScopes},
        up (id, depth) AS (
          SELECT o.id, 0
          FROM objective o
          WHERE o.tenant_id = @tenant AND o.scope_id IN (SELECT w.id FROM shown w)
          UNION ALL
          SELECT o.parent_objective_id, u.depth + 1
          FROM up u
          CROSS JOIN objective o
          WHERE o.tenant_id = @tenant AND o.id = u.id AND o.parent_objective_id IS NOT NULL AND u.depth < 8
        )
        SELECT {ObjectiveSql.Columns}, s.kind AS scope_kind, t.number AS serves_number, t.title AS serves_title,
               c.name AS cycle_name, c.kind AS cycle_kind, c.start_on AS cycle_start, c.end_on AS cycle_end, c.state AS cycle_state
        FROM objective o
        INNER JOIN scope s ON s.tenant_id = o.tenant_id AND s.id = o.scope_id
        INNER JOIN cycle c ON c.tenant_id = o.tenant_id AND c.id = o.cycle_id
        LEFT JOIN key_result t ON t.tenant_id = o.tenant_id AND t.id = o.parent_key_result_id
        WHERE o.tenant_id = @tenant AND o.id IN (SELECT u.id FROM up u)
        ORDER BY o.number;

        WITH {ShownScopes},
        {OkrFragments.Work} ({TeamKeyResults})
        {OkrFragments.WorkDown},
        counted AS (
          SELECT w.key_result_id, COUNT(*) AS total_count,
                 SUM(CASE WHEN w.status_category = 2 THEN 1 ELSE 0 END) AS done_count,
                 SUM(CASE WHEN w.depth > 0 THEN 1 ELSE 0 END) AS inherited_count
          FROM work w
          GROUP BY w.key_result_id
        )
        SELECT {KeyResultSql.Columns}, COALESCE(n.total_count, 0) AS total_count, COALESCE(n.done_count, 0) AS done_count, COALESCE(n.inherited_count, 0) AS inherited_count
        FROM key_result k
        LEFT JOIN counted n ON n.key_result_id = k.id
        WHERE k.tenant_id = @tenant
          AND k.objective_id IN (SELECT b.id FROM objective b WHERE b.tenant_id = @tenant AND b.scope_id IN (SELECT w.id FROM shown w))
        ORDER BY k.number;
        """;

    /// <summary>The CTE <c>shown</c>: the team of the project, what stands above it, and the company in any case. Scopes stand at most two above a team; the bound is for rows that do not know that.</summary>
    private const string ShownScopes = """
        above (id, parent_id, depth) AS (
          SELECT a.id, a.parent_scope_id, 0
          FROM scope_project p
          INNER JOIN scope a ON a.tenant_id = p.tenant_id AND a.id = p.scope_id
          WHERE p.tenant_id = @tenant AND p.project_id = @project
          UNION ALL
          SELECT a.id, a.parent_scope_id, h.depth + 1
          FROM above h
          CROSS JOIN scope a
          WHERE a.tenant_id = @tenant AND a.id = h.parent_id AND h.depth < 4
        ),
        shown (id) AS (
          SELECT h.id FROM above h
          UNION
          SELECT a.id FROM scope a WHERE a.tenant_id = @tenant AND a.slot = 'company'
        )
        """;

    /// <summary>
    /// Whose work is walked. What stands above the team is left out: behind it is the work of every team, and a team's page must not pay for that.
    /// </summary>
    private const string TeamKeyResults = """
        SELECT k.id
        FROM scope_project p
        INNER JOIN objective b ON b.tenant_id = p.tenant_id AND b.scope_id = p.scope_id
        INNER JOIN key_result k ON k.tenant_id = b.tenant_id AND k.objective_id = b.id
        WHERE p.tenant_id = @tenant AND p.project_id = @project
        """;
}
