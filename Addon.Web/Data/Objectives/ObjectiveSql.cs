namespace Addon.Web.Data.Objectives;

internal static class ObjectiveSql
{
    /// <summary>The columns of <see cref="ObjectiveRow"/>; the alias is o.</summary>
    public const string Columns = """
        o.id, o.number, o.scope_id, o.cycle_id, o.title, o.why, o.owner, o.parent_objective_id, o.parent_key_result_id, o.contribution, o.standalone_reason,
        o.state, o.outcome, o.activated_at, o.carried_from_id, o.version
        """;

    public const string Find = $"SELECT {Columns} FROM objective o WHERE o.tenant_id = @tenant AND o.id = @id;";

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
}
