using Addon.Web.Data.KeyResults;
using Addon.Web.Data.Objectives;

namespace Addon.Web.Data.Cycles;

/// <summary>Everything of a cycle at once.</summary>
internal static class CycleContentsSql
{
    /// <summary>Active, baselining or dormant. The hints keep them so until the transaction ends; SQLite has one writer anyway.</summary>
    public static readonly SqlPair CountOpen = new(
        SqlServer: """
            SELECT COUNT(*)
            FROM objective o WITH (UPDLOCK, HOLDLOCK)
            INNER JOIN key_result k WITH (UPDLOCK, HOLDLOCK) ON k.tenant_id = o.tenant_id AND k.objective_id = o.id
            WHERE o.tenant_id = @tenant AND o.cycle_id = @cycle AND k.state IN (1, 5, 6);
            """,
        Sqlite: """
            SELECT COUNT(*)
            FROM objective o
            INNER JOIN key_result k ON k.tenant_id = o.tenant_id AND k.objective_id = o.id
            WHERE o.tenant_id = @tenant AND o.cycle_id = @cycle AND k.state IN (1, 5, 6);
            """);

    public const string CountBegun = "SELECT COUNT(*) FROM objective o WHERE o.tenant_id = @tenant AND o.cycle_id = @cycle AND o.state <> 0;";

    public const string Read = $"""
        SELECT {ObjectiveSql.Columns} FROM objective o WHERE o.tenant_id = @tenant AND o.cycle_id = @cycle ORDER BY o.number;

        SELECT {KeyResultSql.Columns} FROM key_result k WHERE k.tenant_id = @tenant AND k.objective_id IN ({CycleObjectives}) ORDER BY k.number;
        """;

    public const string ReadParentCycles = """
        SELECT DISTINCT p.id, p.cycle_id
        FROM objective o
        INNER JOIN objective p ON p.tenant_id = o.tenant_id AND p.id = o.parent_objective_id
        WHERE o.tenant_id = @tenant AND o.cycle_id = @cycle;
        """;

    public const string ReadDelivery = $"""
        WITH {OkrFragments.Work} (SELECT k.id FROM key_result k WHERE k.tenant_id = @tenant AND k.objective_id IN ({CycleObjectives}))
        {OkrFragments.WorkDown}
        SELECT w.key_result_id, COUNT(*) AS total_count, SUM(CASE WHEN w.status_category = 2 THEN 1 ELSE 0 END) AS done_count
        FROM work w
        GROUP BY w.key_result_id;
        """;

    /// <summary>Without the key results that they serve: those may be among the drafts, which need their objectives first.</summary>
    public static readonly SqlPair AddObjectives = new(
        SqlServer: AddObjectivesHead + """
            SELECT @tenant, j.id, j.number, j.scope, j.cycle, j.title, j.why, j.owner, j.parent, j.contribution, j.standalone_reason, 0, j.carried_from, 1,
                   @now, @actor, @now, @actor
            FROM OPENJSON(@rows) WITH (
              id uniqueidentifier '$.id', number int '$.number', scope uniqueidentifier '$.scope', cycle uniqueidentifier '$.cycle', title nvarchar(250) '$.title',
              why nvarchar(1000) '$.why', owner nvarchar(128) '$.owner', parent uniqueidentifier '$.parent', contribution nvarchar(500) '$.contribution',
              standalone_reason nvarchar(500) '$.standaloneReason', carried_from uniqueidentifier '$.carriedFrom') j;
            """,
        Sqlite: AddObjectivesHead + """
            SELECT @tenant, json_extract(j.value, '$.id'), CAST(json_extract(j.value, '$.number') AS INTEGER), json_extract(j.value, '$.scope'),
                   json_extract(j.value, '$.cycle'), json_extract(j.value, '$.title'), json_extract(j.value, '$.why'), json_extract(j.value, '$.owner'),
                   json_extract(j.value, '$.parent'), json_extract(j.value, '$.contribution'), json_extract(j.value, '$.standaloneReason'), 0,
                   json_extract(j.value, '$.carriedFrom'), 1, @now, @actor, @now, @actor
            FROM json_each(@rows) j;
            """);

    public static readonly SqlPair AddKeyResults = new(
        SqlServer: AddKeyResultsHead + """
            SELECT @tenant, j.id, j.number, j.objective, j.title, j.metric, j.direction, j.from_value, j.to_value, j.low_value, j.high_value, j.unit, j.per, j.weight,
                   j.owner, j.how_work_moves_it, j.source, 0, j.carried_from, j.accepted_hints, 0, 1, @now, @actor, @now, @actor
            FROM OPENJSON(@rows) WITH (
              id uniqueidentifier '$.id', number int '$.number', objective uniqueidentifier '$.objective', title nvarchar(250) '$.title', metric nvarchar(120) '$.metric',
              direction int '$.direction', from_value decimal(19,6) '$.from', to_value decimal(19,6) '$.to', low_value decimal(19,6) '$.low',
              high_value decimal(19,6) '$.high', unit nvarchar(40) '$.unit', per int '$.per', weight int '$.weight', owner nvarchar(128) '$.owner',
              how_work_moves_it nvarchar(500) '$.howWorkMovesIt', source int '$.source', carried_from uniqueidentifier '$.carriedFrom',
              accepted_hints nvarchar(400) '$.acceptedHints') j;
            """,
        Sqlite: AddKeyResultsHead + """
            SELECT @tenant, json_extract(j.value, '$.id'), CAST(json_extract(j.value, '$.number') AS INTEGER), json_extract(j.value, '$.objective'),
                   json_extract(j.value, '$.title'), json_extract(j.value, '$.metric'), CAST(json_extract(j.value, '$.direction') AS INTEGER),
                   json_extract(j.value, '$.from'), json_extract(j.value, '$.to'), json_extract(j.value, '$.low'), json_extract(j.value, '$.high'),
                   json_extract(j.value, '$.unit'), CAST(json_extract(j.value, '$.per') AS INTEGER), CAST(json_extract(j.value, '$.weight') AS INTEGER),
                   json_extract(j.value, '$.owner'), json_extract(j.value, '$.howWorkMovesIt'), CAST(json_extract(j.value, '$.source') AS INTEGER), 0,
                   json_extract(j.value, '$.carriedFrom'), json_extract(j.value, '$.acceptedHints'), 0, 1, @now, @actor, @now, @actor
            FROM json_each(@rows) j;
            """);

    /// <summary>The rows are those of the objectives that serve a key result, and no others.</summary>
    public static readonly SqlPair LinkParents = new(
        SqlServer: """
            UPDATE objective
            SET parent_key_result_id = (
              SELECT j.parent_key_result
              FROM OPENJSON(@rows) WITH (id uniqueidentifier '$.id', parent_key_result uniqueidentifier '$.parentKeyResult') j
              WHERE j.id = objective.id)
            WHERE tenant_id = @tenant AND id IN (SELECT i.id FROM OPENJSON(@rows) WITH (id uniqueidentifier '$.id') i);
            """,
        Sqlite: """
            UPDATE objective
            SET parent_key_result_id = (
              SELECT json_extract(j.value, '$.parentKeyResult') FROM json_each(@rows) j WHERE json_extract(j.value, '$.id') = objective.id)
            WHERE tenant_id = @tenant AND id IN (SELECT json_extract(i.value, '$.id') FROM json_each(@rows) i);
            """);

    private const string CycleObjectives = "SELECT b.id FROM objective b WHERE b.tenant_id = @tenant AND b.cycle_id = @cycle";

    private const string AddObjectivesHead = """
        INSERT INTO objective (tenant_id, id, number, scope_id, cycle_id, title, why, owner, parent_objective_id, contribution, standalone_reason, state,
                               carried_from_id, version, created_at, created_by, updated_at, updated_by)

        """;

    private const string AddKeyResultsHead = """
        INSERT INTO key_result (tenant_id, id, number, objective_id, title, metric, direction, from_value, to_value, low_value, high_value, unit, per, weight, owner,
                                how_work_moves_it, source, state, carried_from_id, accepted_hints_json, value_count, version,
                                created_at, created_by, updated_at, updated_by)

        """;
}
