using Addon.Web.Data.KeyResults;

namespace Addon.Web.Data.Answers;

/// <summary>The issue panel in one round trip: lineage, linked key results, their lines, the issue's team, what can be picked.</summary>
internal static class IssuePanelSql
{
    public const string Read = $"""
        WITH {Lineage}
        SELECT l.issue_id, l.issue_key, l.project_id, a.answer, a.reason, a.note
        FROM lineage l
        LEFT JOIN issue_answer a ON a.tenant_id = @tenant AND a.issue_id = l.issue_id
        ORDER BY l.depth;

        WITH {Lineage}
        SELECT x.issue_id, o.scope_id, s.kind AS scope_kind, {KeyResultSql.Columns}
        FROM issue_link x
        INNER JOIN key_result k ON k.tenant_id = x.tenant_id AND k.id = x.key_result_id
        INNER JOIN objective o ON o.tenant_id = k.tenant_id AND o.id = k.objective_id
        INNER JOIN scope s ON s.tenant_id = o.tenant_id AND s.id = o.scope_id
        WHERE x.tenant_id = @tenant AND x.removed_at IS NULL AND x.issue_id IN (SELECT l.issue_id FROM lineage l);

        WITH {Lineage},
        {OkrFragments.Line} AS (
          SELECT k.id, 0, o.number, o.title, o.scope_id, o.parent_objective_id, o.parent_key_result_id
          FROM key_result k
          INNER JOIN objective o ON o.tenant_id = k.tenant_id AND o.id = k.objective_id
          WHERE k.tenant_id = @tenant AND k.id IN (
            SELECT x.key_result_id
            FROM issue_link x
            WHERE x.tenant_id = @tenant AND x.removed_at IS NULL AND x.issue_id IN (SELECT l.issue_id FROM lineage l))
        {OkrFragments.LineUp}

        {Team};

        SELECT {KeyResultSql.Columns}, o.title AS objective_title, s.kind AS scope_kind
        FROM scope s
        INNER JOIN objective o ON o.tenant_id = s.tenant_id AND o.scope_id = s.id
        INNER JOIN key_result k ON k.tenant_id = o.tenant_id AND k.objective_id = o.id
        WHERE s.tenant_id = @tenant AND k.state = 1 AND (s.slot = 'company' OR s.id IN ({Team}))
        ORDER BY s.kind DESC, k.number;
        """;

    /// <summary>The team of the project that the issue is in now: the snapshot's, or the page's for an issue that we do not know.</summary>
    private const string Team = """
        SELECT p.scope_id
        FROM scope_project p
        WHERE p.tenant_id = @tenant AND p.project_id = COALESCE(
          (SELECT i.project_id FROM live_issue i WHERE i.tenant_id = @tenant AND i.issue_id = @issue), @project)
        """;

    /// <summary>
    /// The issue and at most three ancestors (EffectiveAnswer.InheritDepth). The issue itself is there even when we have no snapshot of it, with nulls; an ancestor
    /// that is deleted or unknown ends the way up.
    /// </summary>
    private const string Lineage = """
        lineage (depth, issue_id, issue_key, project_id, parent_id) AS (
          SELECT 0, asked.issue_id, i.issue_key, i.project_id, i.parent_id
          FROM (SELECT CAST(@issue AS bigint) AS issue_id) asked
          LEFT JOIN live_issue i ON i.tenant_id = @tenant AND i.issue_id = asked.issue_id
          UNION ALL
          SELECT l.depth + 1, i.issue_id, i.issue_key, i.project_id, i.parent_id
          FROM lineage l
          CROSS JOIN live_issue i
          WHERE i.tenant_id = @tenant AND i.issue_id = l.parent_id AND l.depth < 3
        )
        """;
}
