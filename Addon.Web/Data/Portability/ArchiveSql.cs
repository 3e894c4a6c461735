using Addon.Web.Data.Cycles;
using Addon.Web.Data.KeyResults;
using Addon.Web.Data.Objectives;
using Addon.Web.Data.Scopes;

namespace Addon.Web.Data.Portability;

internal static class ArchiveSql
{
    /// <summary>Everything of a tenant in one round trip. On SQL Server the caller's transaction keeps the parts together; SQLite reads one state anyway.</summary>
    public const string Read = $"""
        SELECT {ScopeSql.Columns} FROM scope s WHERE s.tenant_id = @tenant;

        SELECT p.scope_id, p.project_id FROM scope_project p WHERE p.tenant_id = @tenant;

        SELECT {CycleSql.Columns} FROM cycle c WHERE c.tenant_id = @tenant;

        SELECT {ObjectiveSql.Columns} FROM objective o WHERE o.tenant_id = @tenant;

        SELECT {KeyResultSql.Columns} FROM key_result k WHERE k.tenant_id = @tenant;

        SELECT v.id, v.key_result_id, v.value, v.measured_at, v.created_at, v.source, v.actor, v.note, v.corrects_id, v.dedupe_key
        FROM kr_value v
        WHERE v.tenant_id = @tenant
        ORDER BY v.key_result_id, v.number;

        SELECT i.id, i.key_result_id, i.at, i.confidence, i.value_id, i.note, i.created_by FROM kr_check_in i WHERE i.tenant_id = @tenant ORDER BY i.at, i.created_by, i.id;

        SELECT g.id, g.key_result_id, g.at, g.before_json, g.after_json, g.eased, g.reason, g.created_by
        FROM kr_target_change g
        WHERE g.tenant_id = @tenant
        ORDER BY g.at, g.created_by, g.id;

        SELECT a.key_result_id, a.account, a.invited_by, a.invited_at, a.accepted_at FROM kr_co_author a WHERE a.tenant_id = @tenant ORDER BY a.invited_at, a.account;
        """;

    public static readonly SqlPair AddObjectives = BulkSql.Stamped(
        "objective",
        "id uniqueidentifier, number int, scope_id uniqueidentifier, cycle_id uniqueidentifier, title nvarchar(250), parent_objective_id uniqueidentifier, "
        + "parent_key_result_id uniqueidentifier, contribution nvarchar(500), version int, why nvarchar(1000), owner nvarchar(128), standalone_reason nvarchar(500), "
        + "state int, outcome int, activated_at datetimeoffset(6), carried_from_id uniqueidentifier");

    public static readonly SqlPair AddKeyResults = BulkSql.Stamped(
        "key_result",
        "id uniqueidentifier, number int, objective_id uniqueidentifier, title nvarchar(250), metric nvarchar(120), direction int, from_value decimal(19,6), "
        + "to_value decimal(19,6), low_value decimal(19,6), high_value decimal(19,6), unit nvarchar(40), per int, weight int, owner nvarchar(128), "
        + "how_work_moves_it nvarchar(500), source int, phases_json nvarchar(max), due_on date, state int, baselining_since datetimeoffset(6), "
        + "activated_at datetimeoffset(6), ended_at datetimeoffset(6), dormant_since datetimeoffset(6), end_reason nvarchar(500), redirect nvarchar(500), "
        + "carried_from_id uniqueidentifier, original_json nvarchar(400), lift_at datetimeoffset(6), lift_by nvarchar(128), lift_note nvarchar(500), "
        + "accepted_hints_json nvarchar(400), recent_json nvarchar(max), periods_with_value int, periods_in_bound int, last_period_in_bound int, "
        + "last_check_in_at datetimeoffset(6), last_check_in_by nvarchar(128), last_check_in_note nvarchar(1000), confidence int, value_count int, version int");

    public static readonly SqlPair AddValues = BulkSql.Of(
        "kr_value",
        "key_result_id uniqueidentifier, number int, id uniqueidentifier, value decimal(19,6), measured_at datetimeoffset(6), note nvarchar(1000), source int, "
        + "corrects_id uniqueidentifier, dedupe_key nvarchar(200), created_at datetimeoffset(6), actor nvarchar(128)");

    public static readonly SqlPair AddCheckIns = BulkSql.Of(
        "kr_check_in",
        "id uniqueidentifier, key_result_id uniqueidentifier, at datetimeoffset(6), confidence int, value_id uniqueidentifier, note nvarchar(1000), created_by nvarchar(128)");

    public static readonly SqlPair AddTargetChanges = BulkSql.Of(
        "kr_target_change",
        "id uniqueidentifier, key_result_id uniqueidentifier, at datetimeoffset(6), before_json nvarchar(400), after_json nvarchar(400), eased int, reason nvarchar(500), "
        + "created_by nvarchar(128)");

    public static readonly SqlPair AddCoAuthors = BulkSql.Of(
        "kr_co_author",
        "key_result_id uniqueidentifier, account nvarchar(128), invited_by nvarchar(128), invited_at datetimeoffset(6), accepted_at datetimeoffset(6)");
}
