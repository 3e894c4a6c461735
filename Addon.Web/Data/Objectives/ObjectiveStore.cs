using Addon.Core.Common;
using Addon.Core.Objectives;

namespace Addon.Web.Data.Objectives;

/// <summary>Objectives as a table.</summary>
internal sealed class ObjectiveStore(DbSession session, NumberSequence numbers, TimeProvider clock) : IObjectiveStore
{
    public Task<int> NextNumberAsync(TenantId tenant, CancellationToken ct) => numbers.NextAsync(tenant, NumberSequence.Objective, ct);

    public async Task<Objective?> FindAsync(TenantId tenant, ObjectiveId id, CancellationToken ct) =>
        (await session.FindAsync<ObjectiveRow>(ObjectiveSql.Find, new { tenant = tenant.Value, id = id.Value }, ct))?.ToObjective();

    public async Task<IReadOnlyList<Objective>> ListAsync(TenantId tenant, ScopeId? scope, CycleId? cycle, int after, int limit, CancellationToken ct)
    {
        var rows = await session.QueryAsync<ObjectiveRow>(
            ObjectiveSql.List, new { tenant = tenant.Value, scope = scope?.Value, cycle = cycle?.Value, after, limit }, ct);
        return [.. rows.Select(r => r.ToObjective())];
    }

    public Task AddAsync(TenantId tenant, Objective objective, AccountId actor, CancellationToken ct) =>
        session.ExecuteAsync(ObjectiveSql.Add, Parameters(tenant, objective, actor), ct);

    public async Task<bool> UpdateAsync(TenantId tenant, Objective objective, AccountId actor, CancellationToken ct) =>
        await session.ExecuteAsync(ObjectiveSql.Update, Parameters(tenant, objective, actor), ct) == 1;

    public async Task<bool> DeleteDraftAsync(TenantId tenant, ObjectiveId id, int version, CancellationToken ct) =>
        await session.ExecuteAsync(ObjectiveSql.DeleteDraft, new { tenant = tenant.Value, id = id.Value, version }, ct) == 1;

    private object Parameters(TenantId tenant, Objective objective, AccountId actor) => new
    {
        tenant = tenant.Value,
        id = objective.Id.Value,
        number = objective.Number,
        scope = objective.Scope.Value,
        cycle = objective.Cycle.Value,
        title = objective.Title,
        why = objective.Why,
        owner = objective.Owner?.Value,
        parentObjective = objective.Parent?.Objective.Value,
        parentKeyResult = objective.Parent?.KeyResult?.Value,
        contribution = objective.Contribution,
        standaloneReason = objective.StandaloneReason,
        state = (int)objective.State,
        outcome = (int?)objective.Outcome,
        activatedAt = objective.ActivatedAt,
        carriedFrom = objective.CarriedFrom?.Value,
        version = objective.Version,
        actor = actor.Value,
        now = clock.GetUtcNow(),
    };
}
