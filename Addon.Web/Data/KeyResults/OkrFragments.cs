namespace Addon.Web.Data.KeyResults;

/// <summary>Parts of statements that two panels share.</summary>
/// <remarks>
/// Recursive steps are written as CROSS JOIN with a WHERE, and sets are asked for with IN. Both engines read the same from it, and SQLite, which without statistics takes
/// the recursive side for large, keeps the order of a CROSS JOIN: from the few rows that are there to their keys, not through everything of the tenant. A test reads its plans.
/// </remarks>
internal static class OkrFragments
{
    /// <summary>Follows the CTE <c>line</c> that begins at objectives (alias o, started by <c>start_id</c>) and goes up. No outer join in the recursion itself: T-SQL has none there.</summary>
    public const string LineUp = """
          UNION ALL
          SELECT n.start_id, n.depth + 1, o.number, o.title, o.scope_id, o.parent_objective_id, o.parent_key_result_id
          FROM line n
          CROSS JOIN objective o
          WHERE o.tenant_id = @tenant AND o.id = n.parent_objective_id AND n.depth < 8
        )
        SELECT n.start_id, n.depth, n.number, n.title, s.kind AS scope_kind, t.number AS serves_number, t.title AS serves_title
        FROM line n
        LEFT JOIN scope s ON s.tenant_id = @tenant AND s.id = n.scope_id
        LEFT JOIN key_result t ON t.tenant_id = @tenant AND t.id = n.serves_id
        ORDER BY n.start_id, n.depth;
        """;

    /// <summary>The head of that CTE.</summary>
    public const string Line = "line (start_id, depth, number, title, scope_id, parent_objective_id, serves_id)";

    /// <summary>The CTE <c>work</c> up to the set of key results that it begins at: all issues behind each, through inheritance too.</summary>
    public const string Work = """
        heir AS (
          SELECT i.parent_id, i.issue_id, i.project_id, i.status_category, i.issue_updated_at
          FROM live_issue i
          WHERE i.tenant_id = @tenant
            AND NOT EXISTS (SELECT 1 FROM issue_answer a WHERE a.tenant_id = i.tenant_id AND a.issue_id = i.issue_id AND a.answer <> 0)
        ),
        work (key_result_id, depth, issue_id, project_id, status_category, issue_updated_at) AS (
          SELECT x.key_result_id, 0, i.issue_id, i.project_id, i.status_category, i.issue_updated_at
          FROM issue_link x
          INNER JOIN live_issue i ON i.tenant_id = x.tenant_id AND i.issue_id = x.issue_id
          WHERE x.tenant_id = @tenant AND x.removed_at IS NULL AND x.key_result_id IN
        """;

    /// <summary>The rest of that CTE: down to the children, as far as an answer is inherited.</summary>
    public const string WorkDown = """
          UNION ALL
          SELECT w.key_result_id, w.depth + 1, h.issue_id, h.project_id, h.status_category, h.issue_updated_at
          FROM work w
          CROSS JOIN heir h
          WHERE h.parent_id = w.issue_id AND w.depth < 3
        )
        """;
}
