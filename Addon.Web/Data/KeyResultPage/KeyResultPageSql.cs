using Addon.Web.Data.Cycles;
using Addon.Web.Data.KeyResults;
using Addon.Web.Data.Objectives;
using Addon.Web.Data.Scopes;

namespace Addon.Web.Data.KeyResultPage;

/// <summary>A key result's page in one round trip: what it is, where it stands, its whole history, the count of the work behind it.</summary>
internal static class KeyResultPageSql
{
    public const string Read = $"""
        SELECT {KeyResultSql.Columns}, f.number AS carried_from_number,
               (SELECT MIN(p.project_id)
                FROM objective b
                INNER JOIN scope_project p ON p.tenant_id = b.tenant_id AND p.scope_id = b.scope_id
                WHERE b.tenant_id = k.tenant_id AND b.id = k.objective_id) AS project_id
        FROM key_result k
        LEFT JOIN key_result f ON f.tenant_id = k.tenant_id AND f.id = k.carried_from_id
        WHERE k.tenant_id = @tenant AND k.id = @id;

        SELECT {ObjectiveSql.Columns}
        FROM key_result k
        INNER JOIN objective o ON o.tenant_id = k.tenant_id AND o.id = k.objective_id
        WHERE k.tenant_id = @tenant AND k.id = @id;

        SELECT {ScopeSql.Columns}
        FROM key_result k
        INNER JOIN objective o ON o.tenant_id = k.tenant_id AND o.id = k.objective_id
        INNER JOIN scope s ON s.tenant_id = o.tenant_id AND s.id = o.scope_id
        WHERE k.tenant_id = @tenant AND k.id = @id;

        SELECT {CycleSql.Columns}
        FROM key_result k
        INNER JOIN objective o ON o.tenant_id = k.tenant_id AND o.id = k.objective_id
        INNER JOIN cycle c ON c.tenant_id = o.tenant_id AND c.id = o.cycle_id
        WHERE k.tenant_id = @tenant AND k.id = @id;

        WITH {OkrFragments.Line} AS (
          SELECT o.id, 0, o.number, o.title, o.scope_id, o.parent_objective_id, o.parent_key_result_id
          FROM objective o
          WHERE o.tenant_id = @tenant AND o.id IN (SELECT k.objective_id FROM key_result k WHERE k.tenant_id = @tenant AND k.id = @id)
        {OkrFragments.LineUp}

        SELECT v.id, v.key_result_id, v.value, v.measured_at, v.created_at, v.source, v.actor, v.note, v.corrects_id, v.dedupe_key
        FROM kr_value v
        WHERE v.tenant_id = @tenant AND v.key_result_id = @id
        ORDER BY v.number;

        {KeyResultSql.ListCheckIns}

        {KeyResultSql.ListTargetChanges}

        {KeyResultSql.ListCoAuthors}

        WITH {OkrFragments.Work} (SELECT k.id FROM key_result k WHERE k.tenant_id = @tenant AND k.id = @id)
        {OkrFragments.WorkDown}
        SELECT COUNT(*) AS total_count,
               COALESCE(SUM(CASE WHEN w.status_category = 2 THEN 1 ELSE 0 END), 0) AS done_count,
               COALESCE(SUM(CASE WHEN w.depth > 0 THEN 1 ELSE 0 END), 0) AS inherited_count
        FROM work w;
        """;
}
