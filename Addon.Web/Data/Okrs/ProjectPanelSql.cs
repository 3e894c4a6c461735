namespace Addon.Web.Data.Okrs;

/// <summary>The project panel in one round trip: scope, objectives, key results, lines above, work behind those of the team.</summary>
internal static class ProjectPanelSql
{
    public const string Read = $"""
        {OkrSql.FindScopeOfProject}

        SELECT {OkrColumns.Objective}, c.name AS cycle_name, s.kind AS scope_kind
        FROM scope s
        INNER JOIN objective o ON o.tenant_id = s.tenant_id AND o.scope_id = s.id
        INNER JOIN cycle c ON c.tenant_id = o.tenant_id AND c.id = o.cycle_id
        WHERE s.tenant_id = @tenant AND s.id IN ({ShownScopes})
        ORDER BY o.number;

        SELECT {OkrColumns.KeyResult}, v.note AS last_note
        FROM key_result k
        LEFT JOIN kr_value v ON v.tenant_id = k.tenant_id AND v.key_result_id = k.id AND v.number = k.current_number
        WHERE k.tenant_id = @tenant AND k.objective_id IN ({ShownObjectives})
        ORDER BY k.number;

        WITH {OkrFragments.Line} AS (
          SELECT o.id, 0, o.number, o.title, o.scope_id, o.parent_objective_id, o.parent_key_result_id
          FROM objective o
          WHERE o.tenant_id = @tenant AND o.scope_id IN ({ShownScopes})
        {OkrFragments.LineUp}

        WITH heir AS (
          SELECT i.parent_id, i.issue_id, i.project_id, i.status_category, i.issue_updated_at
          FROM live_issue i
          WHERE i.tenant_id = @tenant
            AND NOT EXISTS (SELECT 1 FROM issue_answer a WHERE a.tenant_id = i.tenant_id AND a.issue_id = i.issue_id AND a.answer <> 0)
        ),
        work (key_result_id, depth, issue_id, project_id, status_category, issue_updated_at) AS (
          SELECT x.key_result_id, 0, i.issue_id, i.project_id, i.status_category, i.issue_updated_at
          FROM issue_link x
          INNER JOIN live_issue i ON i.tenant_id = x.tenant_id AND i.issue_id = x.issue_id
          WHERE x.tenant_id = @tenant AND x.removed_at IS NULL AND x.key_result_id IN ({TeamKeyResults})
          UNION ALL
          SELECT w.key_result_id, w.depth + 1, h.issue_id, h.project_id, h.status_category, h.issue_updated_at
          FROM work w
          CROSS JOIN heir h
          WHERE h.parent_id = w.issue_id AND w.depth < 3
        ),
        mapped AS (
          SELECT w.key_result_id, w.depth, w.issue_id, w.status_category, w.issue_updated_at,
                 CASE WHEN w.project_id = @project OR w.project_id IN (
                   SELECT b.project_id
                   FROM scope_project a
                   INNER JOIN scope_project b ON b.tenant_id = a.tenant_id AND b.scope_id = a.scope_id
                   WHERE a.tenant_id = @tenant AND a.project_id = @project) THEN 1 ELSE 0 END AS listed
          FROM work w
        ),
        ranked AS (
          SELECT m.key_result_id, m.depth, m.issue_id, m.status_category, m.listed,
                 ROW_NUMBER() OVER (PARTITION BY m.key_result_id ORDER BY m.listed DESC, m.issue_updated_at DESC, m.issue_id DESC) AS place,
                 COUNT(*) OVER (PARTITION BY m.key_result_id) AS total_count,
                 SUM(CASE WHEN m.status_category = 2 THEN 1 ELSE 0 END) OVER (PARTITION BY m.key_result_id) AS done_count
          FROM mapped m
        )
        SELECT r.key_result_id, r.depth, r.issue_id, s.issue_key, s.status_name, r.status_category, r.listed, r.total_count, r.done_count
        FROM ranked r
        CROSS JOIN issue_snapshot s
        WHERE r.place <= @most AND s.tenant_id = @tenant AND s.issue_id = r.issue_id
        ORDER BY r.key_result_id, r.place;
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
