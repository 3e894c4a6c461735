namespace Addon.Web.Data.Okrs;

internal static class OkrSql
{
    public const string FindScope = "SELECT id, kind, name FROM scope WHERE tenant_id = @tenant AND id = @id;";

    public const string FindScopeBySlot = "SELECT id, kind, name FROM scope WHERE tenant_id = @tenant AND slot = @slot;";

    public const string FindScopeOfProject = """
        SELECT s.id, s.kind, s.name
        FROM scope_project p
        INNER JOIN scope s ON s.tenant_id = p.tenant_id AND s.id = p.scope_id
        WHERE p.tenant_id = @tenant AND p.project_id = @project;
        """;

    public const string ListProjects = "SELECT project_id FROM scope_project WHERE tenant_id = @tenant AND scope_id = @scope ORDER BY project_id;";

    public const string AddScope =
        "INSERT INTO scope (tenant_id, id, kind, slot, name, created_at, created_by) VALUES (@tenant, @id, @kind, @slot, @name, @now, @actor);";

    public const string MapProject =
        "INSERT INTO scope_project (tenant_id, project_id, scope_id, created_at, created_by) VALUES (@tenant, @project, @scope, @now, @actor);";

    public const string FindCycle = "SELECT id, name, start_on, end_on FROM cycle WHERE tenant_id = @tenant AND name = @name;";

    public const string AddCycle =
        "INSERT INTO cycle (tenant_id, id, name, start_on, end_on, created_at, created_by) VALUES (@tenant, @id, @name, @startOn, @endOn, @now, @actor);";

    public static readonly SqlPair NextNumber = new(
        SqlServer: "UPDATE tenant_counter SET value = value + 1 OUTPUT inserted.value WHERE tenant_id = @tenant AND name = @name;",
        Sqlite: "UPDATE tenant_counter SET value = value + 1 WHERE tenant_id = @tenant AND name = @name RETURNING value;");

    public const string FirstNumber = "INSERT INTO tenant_counter (tenant_id, name, value) VALUES (@tenant, @name, 1);";

    public const string FindObjective = $"SELECT {OkrColumns.Objective} FROM objective o WHERE o.tenant_id = @tenant AND o.id = @id;";

    public const string AddObjective = """
        INSERT INTO objective (tenant_id, id, number, scope_id, cycle_id, title, parent_objective_id, parent_key_result_id, contribution, version,
                               created_at, created_by, updated_at, updated_by)
        VALUES (@tenant, @id, @number, @scope, @cycle, @title, @parentObjective, @parentKeyResult, @contribution, @version, @now, @actor, @now, @actor);
        """;

    public const string UpdateObjective = """
        UPDATE objective
        SET title = @title, parent_objective_id = @parentObjective, parent_key_result_id = @parentKeyResult, contribution = @contribution,
            version = version + 1, updated_at = @now, updated_by = @actor
        WHERE tenant_id = @tenant AND id = @id AND version = @version;
        """;

    public const string FindKeyResult = $"SELECT {OkrColumns.KeyResult} FROM key_result k WHERE k.tenant_id = @tenant AND k.id = @id;";

    public static readonly SqlPair ListKeyResults = new(
        SqlServer: ListKeyResultsHead + " AND k.id IN (SELECT CAST(j.value AS uniqueidentifier) FROM OPENJSON(@ids) j) ORDER BY k.number;",
        Sqlite: ListKeyResultsHead + " AND k.id IN (SELECT j.value FROM json_each(@ids) j) ORDER BY k.number;");

    /// <summary>The hints keep others from adding to the counted range until the transaction ends; SQLite has one writer anyway.</summary>
    public static readonly SqlPair CountActiveKeyResults = new(
        SqlServer: "SELECT COUNT(*) FROM key_result k WITH (UPDLOCK, HOLDLOCK) WHERE k.tenant_id = @tenant AND k.objective_id = @objective AND k.state = @active;",
        Sqlite: "SELECT COUNT(*) FROM key_result k WHERE k.tenant_id = @tenant AND k.objective_id = @objective AND k.state = @active;");

    public const string AddKeyResult = """
        INSERT INTO key_result (tenant_id, id, number, objective_id, title, direction, from_value, to_value, unit, per, owner, state, value_count, version,
                                created_at, created_by, updated_at, updated_by)
        VALUES (@tenant, @id, @number, @objective, @title, @direction, @from, @to, @unit, @per, @owner, @state, 0, @version, @now, @actor, @now, @actor);
        """;

    public const string UpdateKeyResult = """
        UPDATE key_result
        SET title = @title, direction = @direction, from_value = @from, to_value = @to, unit = @unit, per = @per, owner = @owner, state = @state,
            version = version + 1, updated_at = @now, updated_by = @actor
        WHERE tenant_id = @tenant AND id = @id AND version = @version;
        """;

    /// <summary>
    /// Counting first locks the key result, so that values of one key result are numbered one after the other and the last statement compares with all of them.
    /// A value that was measured before the current one joins the series and changes nothing else.
    /// </summary>
    public const string AppendValue = """
        UPDATE key_result SET value_count = value_count + 1 WHERE tenant_id = @tenant AND id = @keyResult;

        INSERT INTO kr_value (tenant_id, key_result_id, number, id, value, measured_at, note, created_at, created_by)
        SELECT k.tenant_id, k.id, k.value_count, @id, @value, @measuredAt, @note, @now, @actor
        FROM key_result k
        WHERE k.tenant_id = @tenant AND k.id = @keyResult;

        UPDATE key_result
        SET current_value = @value, current_at = @measuredAt, current_number = value_count
        WHERE tenant_id = @tenant AND id = @keyResult AND (current_at IS NULL OR current_at <= @measuredAt);
        """;

    private const string ListKeyResultsHead = $"""
        SELECT {OkrColumns.KeyResult}, s.id AS scope_id, s.kind AS scope_kind, s.name AS scope_name
        FROM key_result k
        INNER JOIN objective o ON o.tenant_id = k.tenant_id AND o.id = k.objective_id
        INNER JOIN scope s ON s.tenant_id = o.tenant_id AND s.id = o.scope_id
        WHERE k.tenant_id = @tenant
        """;
}
