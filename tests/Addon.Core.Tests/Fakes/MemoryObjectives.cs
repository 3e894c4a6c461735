using Addon.Core.Common;
using Addon.Core.Objectives;

namespace Addon.Core.Tests.Fakes;

/// <summary>Objectives in memory, of one tenant, with the rules of the real store.</summary>
internal sealed class MemoryObjectives(MemoryKeyResults keyResults) : IObjectiveStore
{
    private readonly Dictionary<ObjectiveId, Objective> rows = [];
    private int number;

    /// <summary>Called before an update, for somebody who is faster.</summary>
    public Action? BeforeUpdate { get; set; }

    public Objective this[ObjectiveId id]
    {
        get => rows[id];
        set => rows[id] = value;
    }

    public bool Has(ObjectiveId id) => rows.ContainsKey(id);

    public Task<int> NextNumberAsync(TenantId tenant, CancellationToken ct) => Task.FromResult(++number);

    public Task<Objective?> FindAsync(TenantId tenant, ObjectiveId id, CancellationToken ct) => Task.FromResult(rows.GetValueOrDefault(id));

    public Task<IReadOnlyList<Objective>> ListAsync(TenantId tenant, ScopeId? scope, CycleId? cycle, int after, int limit, CancellationToken ct) =>
        throw new NotSupportedException();

    public Task AddAsync(TenantId tenant, Objective objective, AccountId actor, CancellationToken ct)
    {
        rows.Add(objective.Id, objective);
        return Task.CompletedTask;
    }

    public Task<bool> UpdateAsync(TenantId tenant, Objective objective, AccountId actor, CancellationToken ct)
    {
        BeforeUpdate?.Invoke();
        if (rows[objective.Id].Version != objective.Version)
        {
            return Task.FromResult(false);
        }

        rows[objective.Id] = objective with { Version = objective.Version + 1 };
        return Task.FromResult(true);
    }

    public async Task<bool> DeleteDraftAsync(TenantId tenant, ObjectiveId id, int version, CancellationToken ct) =>
        rows[id].State == ObjectiveState.Draft
        && rows[id].Version == version
        && (await keyResults.ListOfAsync(tenant, id, ct)).Count == 0
        && rows.Values.All(o => o.Parent?.Objective != id)
        && rows.Remove(id);
}
