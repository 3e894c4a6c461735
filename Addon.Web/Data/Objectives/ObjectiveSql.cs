namespace Addon.Web.Data.Objectives;

internal static class ObjectiveSql
{
    /// <summary>The columns of <see cref="ObjectiveRow"/>; the alias is o.</summary>
    public const string Columns = """
        o.id, o.number, o.scope_id, o.cycle_id, o.title, o.why, o.owner, o.parent_objective_id, o.parent_key_result_id, o.contribution, o.standalone_reason,
        o.state, o.outcome, o.activated_at, o.carried_from_id, o.version
        """;

    public const string Find = $"SELECT {Columns} FROM objective o WHERE o.tenant_id = @tenant AND o.id = @id;";

    public static readonly SqlPair List = new(
        SqlServer: $"SELECT TOP (@limit) {Columns} {ListBody}",
        Sqlite: $"SELECT {Columns} {ListBody} LIMIT @limit");

    public const string Add = """
        INSERT INTO objective (tenant_id, id, number, scope_id, cycle_id, title, why, owner, parent_objective_id, parent_key_result_id, contribution,
                               standalone_reason, state, outcome, activated_at, carried_from_id, version, created_at, created_by, updated_at, updated_by)
        VALUES (@tenant, @id, @number, @scope, @cycle, @title, @why, @owner, @parentObjective, @parentKeyResult, @contribution,
                @standaloneReason, @state, @outcome, @activatedAt, @carriedFrom, @version, @now, @actor, @now, @actor);
        """;

    public const string Update = """
        UPDATE objective
        SET title = @title, why = @why, owner = @owner, parent_objective_id = @parentObjective, parent_key_result_id = @parentKeyResult,
            contribution = @contribution, standalone_reason = @standaloneReason, state = @state, outcome = @outcome, activated_at = @activatedAt,
            version = version + 1, updated_at = @now, updated_by = @actor
        WHERE tenant_id = @tenant AND id = @id AND version = @version;
        """;

    public const string DeleteDraft = """
        DELETE FROM objective
        WHERE tenant_id = @tenant AND id = @id AND state = 0 AND version = @version
          AND NOT EXISTS (SELECT 1 FROM key_result k WHERE k.tenant_id = @tenant AND k.objective_id = @id)
          AND NOT EXISTS (SELECT 1 FROM objective c WHERE c.tenant_id = @tenant AND c.parent_objective_id = @id);
        """;

    private const string ListBody = """
        FROM objective o
        INNER JOIN scope s ON s.tenant_id = o.tenant_id AND s.id = o.scope_id
        WHERE o.tenant_id = @tenant AND o.number > @after
          AND (o.scope_id = @scope OR (@scope IS NULL AND s.kind < 20)) AND (@cycle IS NULL OR o.cycle_id = @cycle)
        ORDER BY o.number
        """;
}
