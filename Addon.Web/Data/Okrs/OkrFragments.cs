namespace Addon.Web.Data.Okrs;

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
}
