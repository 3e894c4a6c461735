using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.Objectives;
using Addon.Core.Scopes;

namespace Addon.Core.KeyResults;

/// <summary>Finds a key result with what stands around it for somebody who may read or write it.</summary>
public sealed class KeyResultAccess(IKeyResultStore keyResults, IObjectiveStore objectives, IScopeStore scopes, ICycleStore cycles, ScopeAuthority authority)
{
    /// <summary>The key result in its place, whoever asks; inside a unit of work, as it is there. Null when there is none.</summary>
    public async Task<KeyResultPlace?> FindAsync(TenantId tenant, KeyResultId id, CancellationToken ct) =>
        await keyResults.FindAsync(tenant, id, ct) is { } keyResult
        && await FindAroundAsync(tenant, keyResult.Objective, ct) is var (objective, scope, cycle)
            ? new KeyResultPlace(keyResult, objective, scope, cycle)
            : null;

    /// <summary>The key result for somebody who may read it.</summary>
    public async Task<Outcome<KeyResultPlace>> ForReadingAsync(TenantId tenant, AccountId actor, KeyResultId id, CancellationToken ct) =>
        await FindAsync(tenant, id, ct) is not { } place ? KeyResultErrors.Missing
        : await authority.CheckReadAsync(tenant, actor, place.Scope, ct) is { } refusal ? refusal
        : place;

    /// <summary>The key result for somebody who may write it.</summary>
    public async Task<Outcome<KeyResultPlace>> ForWritingAsync(TenantId tenant, AccountId actor, KeyResultId id, CancellationToken ct) =>
        await FindAsync(tenant, id, ct) is not { } place ? KeyResultErrors.Missing
        : await authority.CheckWriteAsync(tenant, actor, place.Scope, place.KeyResult, ct) is { } refusal ? refusal
        : place;

    /// <summary>The objective with its scope and cycle, or null.</summary>
    internal async Task<(Objective Objective, Scope Scope, Cycle Cycle)?> FindAroundAsync(TenantId tenant, ObjectiveId id, CancellationToken ct) =>
        await objectives.FindAsync(tenant, id, ct) is { } objective
        && await scopes.FindAsync(tenant, objective.Scope, ct) is { } scope
        && await cycles.FindAsync(tenant, objective.Cycle, ct) is { } cycle
            ? (objective, scope, cycle)
            : null;
}
