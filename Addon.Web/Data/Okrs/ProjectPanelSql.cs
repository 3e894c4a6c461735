namespace Addon.Web.Data.Okrs;

/// <summary>The project panel in one round trip: scope, objectives, key results, lines above, work behind.</summary>
internal static class ProjectPanelSql
{
    public const string Read = $"""
        {OkrSql.FindScopeOfProject}

        SELECT {OkrColumns.Objective}, c.name AS cycle_name, s.kind AS scope_kind
        FROM objective o
        INNER JOIN scope s ON s.tenant_id = o.tenant_id AND s.id = o.scope_id
        INNER JOIN cycle c ON c.tenant_id = o.tenant_id AND c.id = o.cycle_id
        WHERE o.tenant_id = @tenant AND {IsShown}
        ORDER BY o.number;

        SELECT {OkrColumns.KeyResult}, v.note AS last_note
        FROM key_result k
        INNER JOIN objective o ON o.tenant_id = k.tenant_id AND o.id = k.objective_id
        INNER JOIN scope s ON s.tenant_id = o.tenant_id AND s.id = o.scope_id
        LEFT JOIN kr_value v ON v.tenant_id = k.tenant_id AND v.key_result_id = k.id AND v.number = k.current_number
        WHERE k.tenant_id = @tenant AND {IsShown}
        ORDER BY k.number;

        WITH line (start_id, depth, objective_id, parent_objective_id, serves_id) AS (
          SELECT o.id, 0, o.id, o.parent_objective_id, o.parent_key_result_id
          FROM objective o
          INNER JOIN scope s ON s.tenant_id = o.tenant_id AND s.id = o.scope_id
          WHERE o.tenant_id = @tenant AND {IsShown}
          UNION ALL
          SELECT n.start_id, n.depth + 1, o.id, o.parent_objective_id, o.parent_key_result_id
          FROM line n
          INNER JOIN objective o ON o.tenant_id = @tenant AND o.id = n.parent_objective_id
          WHERE n.depth < 8
        )
        {OkrFragments.LineSteps}

        WITH heir AS (
          SELECT i.issue_id, i.parent_id
          FROM live_issue i
          WHERE i.tenant_id = @tenant
            AND NOT EXISTS (SELECT 1 FROM issue_answer a WHERE a.tenant_id = i.tenant_id AND a.issue_id = i.issue_id AND a.answer <> 0)
        ),
        work (key_result_id, issue_id, depth) AS (
          SELECT x.key_result_id, x.issue_id, 0
          FROM issue_link x
          INNER JOIN key_result k ON k.tenant_id = x.tenant_id AND k.id = x.key_result_id
          INNER JOIN objective o ON o.tenant_id = k.tenant_id AND o.id = k.objective_id
          INNER JOIN scope s ON s.tenant_id = o.tenant_id AND s.id = o.scope_id
          INNER JOIN live_issue i ON i.tenant_id = x.tenant_id AND i.issue_id = x.issue_id
          WHERE x.tenant_id = @tenant AND x.removed_at IS NULL AND {IsShown}
          UNION ALL
          SELECT w.key_result_id, h.issue_id, w.depth + 1
          FROM work w
          INNER JOIN heir h ON h.parent_id = w.issue_id
          WHERE w.depth < 3
        ),
        mapped AS (
          SELECT w.key_result_id, w.depth, i.issue_id, i.issue_key, i.status_name, i.status_category, i.issue_updated_at,
                 CASE WHEN i.project_id = @project OR i.project_id IN (
                   SELECT b.project_id
                   FROM scope_project a
                   INNER JOIN scope_project b ON b.tenant_id = a.tenant_id AND b.scope_id = a.scope_id
                   WHERE a.tenant_id = @tenant AND a.project_id = @project) THEN 1 ELSE 0 END AS listed
          FROM work w
          INNER JOIN live_issue i ON i.tenant_id = @tenant AND i.issue_id = w.issue_id
        ),
        ranked AS (
          SELECT m.key_result_id, m.depth, m.issue_id, m.issue_key, m.status_name, m.status_category, m.listed,
                 ROW_NUMBER() OVER (PARTITION BY m.key_result_id ORDER BY m.listed DESC, m.issue_updated_at DESC, m.issue_id DESC) AS place,
                 COUNT(*) OVER (PARTITION BY m.key_result_id) AS total_count,
                 SUM(CASE WHEN m.status_category = 2 THEN 1 ELSE 0 END) OVER (PARTITION BY m.key_result_id) AS done_count
          FROM mapped m
        )
        SELECT r.key_result_id, r.depth, r.issue_id, r.issue_key, r.status_name, r.status_category, r.listed, r.total_count, r.done_count
        FROM ranked r
        WHERE r.place <= @most
        ORDER BY r.key_result_id, r.place;
        """;

    /// <summary>The company's, and those of the project's team; s is the scope.</summary>
    private const string IsShown =
        "(s.kind = 0 OR s.id IN (SELECT p.scope_id FROM scope_project p WHERE p.tenant_id = @tenant AND p.project_id = @project))";
}
