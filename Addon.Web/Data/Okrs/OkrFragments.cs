namespace Addon.Web.Data.Okrs;

/// <summary>Parts of statements that two panels share.</summary>
internal static class OkrFragments
{
    /// <summary>The steps of the lines that a CTE <c>line (start_id, depth, objective_id, parent_objective_id, serves_id)</c> walked up. No outer join in the recursion itself: T-SQL has none there.</summary>
    public const string LineSteps = """
        SELECT n.start_id, n.depth, o.number, o.title, s.kind AS scope_kind, t.number AS serves_number, t.title AS serves_title
        FROM line n
        INNER JOIN objective o ON o.tenant_id = @tenant AND o.id = n.objective_id
        INNER JOIN scope s ON s.tenant_id = o.tenant_id AND s.id = o.scope_id
        LEFT JOIN key_result t ON t.tenant_id = @tenant AND t.id = n.serves_id
        ORDER BY n.start_id, n.depth;
        """;
}
