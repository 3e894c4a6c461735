namespace Addon.Web.Data.Company;

/// <summary>The company tree in one round trip of three statements: scopes with their projects, cycles with the objectives shown, their key results.</summary>
/// <remarks>
/// Written as CROSS JOIN where the order of reading counts: SQLite keeps it, from the cycles that are shown to their objectives and on to their key results, and does not
/// go through everything that a tenant ever had. SQL Server reads the same from it. A test reads SQLite's plan.
/// </remarks>
internal static class CompanySql
{
    public const string Read = $"""
        SELECT s.id, s.kind, s.name, s.parent_scope_id, s.owner, s.time_zone, s.holidays_json, p.project_id
        FROM scope s
        LEFT JOIN scope_project p ON p.tenant_id = s.tenant_id AND p.scope_id = s.id
        WHERE s.tenant_id = @tenant
        ORDER BY s.kind, s.name, s.id, p.project_id;

        {Shown}
        SELECT c.id AS cycle_id, c.name AS cycle_name, c.kind AS cycle_kind, c.start_on, c.end_on, c.state AS cycle_state,
               o.id, o.number, o.scope_id, o.title, o.owner, o.parent_objective_id, o.parent_key_result_id, o.contribution, o.standalone_reason, o.state
        FROM cycle c
        LEFT JOIN objective o ON o.tenant_id = c.tenant_id AND o.cycle_id = c.id AND o.id IN (SELECT n.id FROM shown n)
        WHERE c.tenant_id = @tenant
        ORDER BY c.start_on DESC, c.name, o.number;

        {Shown}
        SELECT k.id, k.number, k.objective_id, k.title, k.direction, k.from_value, k.to_value, k.low_value, k.high_value, k.unit, k.per, k.weight, k.owner,
               k.phases_json, k.due_on, k.state, k.baselining_since, k.activated_at, k.ended_at, k.dormant_since, k.original_json, k.lift_at, k.recent_json,
               k.periods_with_value, k.periods_in_bound, k.last_period_in_bound, k.last_check_in_at, k.confidence
        FROM (SELECT DISTINCT n.id FROM shown n) d
        CROSS JOIN key_result k
        WHERE k.tenant_id = @tenant AND k.objective_id = d.id
        ORDER BY k.number;
        """;

    /// <summary>The objectives of the cycle, or of the active ones, and all above them in whatever cycle. The depth ends what goes in a circle.</summary>
    private const string Shown = """
        WITH shown (id, parent_objective_id, depth) AS (
          SELECT o.id, o.parent_objective_id, 0
          FROM cycle c
          CROSS JOIN objective o
          WHERE c.tenant_id = @tenant AND (c.id = @cycle OR (@cycle IS NULL AND c.state = 1)) AND o.tenant_id = @tenant AND o.cycle_id = c.id
          UNION ALL
          SELECT o.id, o.parent_objective_id, n.depth + 1
          FROM shown n
          CROSS JOIN objective o
          WHERE o.tenant_id = @tenant AND o.id = n.parent_objective_id AND n.depth < 8
        )
        """;
}
