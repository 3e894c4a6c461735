namespace Addon.Web.Data.KeyResults;

/// <summary>The issues behind one key result in one round trip.</summary>
internal static class LinkedIssueSql
{
    /// <summary>First whether the key result is of the project's team (without a project: of any), then a part of its issues: those of the team's projects before others, changed last first, with the count of all.</summary>
    public const string Read = $"""
        {OwnKeyResult};

        WITH {OkrFragments.Work} ({OwnKeyResult})
        {OkrFragments.WorkDown},
        mapped AS (
          SELECT w.depth, w.issue_id, w.issue_updated_at,
                 CASE WHEN w.project_id IN (
                   SELECT b.project_id
                   FROM key_result a
                   INNER JOIN objective o ON o.tenant_id = a.tenant_id AND o.id = a.objective_id
                   INNER JOIN scope_project b ON b.tenant_id = o.tenant_id AND b.scope_id = o.scope_id
                   WHERE a.tenant_id = @tenant AND a.id = @keyResult) THEN 1 ELSE 0 END AS listed
          FROM work w
        ),
        ranked AS (
          SELECT m.depth, m.issue_id, m.listed,
                 ROW_NUMBER() OVER (ORDER BY m.listed DESC, m.issue_updated_at DESC, m.issue_id DESC) AS place,
                 COUNT(*) OVER () AS total_count
          FROM mapped m
        )
        SELECT r.depth, r.issue_id, s.issue_key, s.status_name, s.status_category, r.listed, r.total_count
        FROM ranked r
        CROSS JOIN issue_snapshot s
        WHERE r.place > @after AND r.place <= @after + @most AND s.tenant_id = @tenant AND s.issue_id = r.issue_id
        ORDER BY r.place;
        """;

    private const string OwnKeyResult = """
        SELECT DISTINCT k.id
        FROM key_result k
        INNER JOIN objective o ON o.tenant_id = k.tenant_id AND o.id = k.objective_id
        INNER JOIN scope_project p ON p.tenant_id = o.tenant_id AND p.scope_id = o.scope_id
        WHERE k.tenant_id = @tenant AND k.id = @keyResult AND (@project IS NULL OR p.project_id = @project)
        """;
}
