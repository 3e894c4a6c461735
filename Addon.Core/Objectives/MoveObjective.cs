using Addon.Core.Audit;
using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Scopes;

namespace Addon.Core.Objectives;

/// <summary>Moves objectives through their life: from draft to active, and to their end.</summary>
public sealed class MoveObjective(
    IObjectiveStore objectives,
    IKeyResultStore keyResults,
    IScopeStore scopes,
    ICycleStore cycles,
    ScopeAuthority authority,
    IAuditTrail audit,
    IUnitOfWork work,
    TimeProvider clock)
{
    private static readonly DomainError OutcomeMissing =
        DomainError.Invalid(new FieldError("outcome", "objective.outcome_missing", "Say how it ended: done, partly, missed or killed."));

    /// <summary>Takes an objective to <paramref name="next"/>.</summary>
    /// <param name="tenant">The site.</param>
    /// <param name="actor">Who moves it.</param>
    /// <param name="id">The objective.</param>
    /// <param name="version">The version that the person saw.</param>
    /// <param name="next">The state it shall have.</param>
    /// <param name="outcome">How it ended; needed to close it.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Outcome<Objective>> MoveAsync(
        TenantId tenant, AccountId actor, ObjectiveId id, int version, ObjectiveState next, ObjectiveOutcome? outcome, CancellationToken ct)
    {
        return await CheckAsync(tenant, actor, id, ct) is { } refusal
            ? refusal
            : await work.RunAsync(ct => MoveWithinAsync(tenant, actor, id, version, next, outcome, ct), ct);
    }

    /// <summary>Null when there is such an objective and the person may move it; else why not.</summary>
    public async Task<DomainError?> CheckAsync(TenantId tenant, AccountId actor, ObjectiveId id, CancellationToken ct) =>
        await objectives.FindAsync(tenant, id, ct) is { } found && await scopes.FindAsync(tenant, found.Scope, ct) is { } scope
            ? await authority.CheckWriteAsync(tenant, actor, scope, ct)
            : ObjectiveErrors.Missing;

    private async Task<Outcome<Objective>> MoveWithinAsync(
        TenantId tenant, AccountId actor, ObjectiveId id, int version, ObjectiveState next, ObjectiveOutcome? outcome, CancellationToken ct)
    {
        if (await objectives.FindAsync(tenant, id, ct) is not { } before
            || await scopes.FindAsync(tenant, before.Scope, ct) is not { } scope
            || await cycles.FindAsync(tenant, before.Cycle, ct) is not { } cycle)
        {
            return ObjectiveErrors.Missing;
        }

        if (before.Version != version)
        {
            return ObjectiveErrors.Stale;
        }

        if (!ObjectiveLifecycle.Allows(before.State, next))
        {
            return ObjectiveErrors.Illegal(before.State, next);
        }

        var own = await keyResults.ListOfAsync(tenant, id, ct);
        var refusal = next == ObjectiveState.Active ? RefuseActivation(before, scope, cycle, own) : RefuseClosing(cycle, outcome, own);
        if (refusal is not null)
        {
            return refusal;
        }

        var after = next == ObjectiveState.Active
            ? before with { State = next, ActivatedAt = clock.GetUtcNow() }
            : before with { State = next, Outcome = outcome };
        if (!await objectives.UpdateAsync(tenant, after, actor, ct))
        {
            return ObjectiveErrors.Stale;
        }

        await audit.AppendAsync(tenant, ObjectiveFacts.Entry(actor, next == ObjectiveState.Active ? "objective.activated" : "objective.closed", before, after), ct);
        return after with { Version = version + 1 };
    }

    private static DomainError? RefuseActivation(Objective objective, Scope scope, Cycle cycle, IReadOnlyList<KeyResult> own)
    {
        if (ObjectiveErrors.NotWritable(cycle) is { } refusal)
        {
            return refusal;
        }

        return ObjectiveActivation.FindMissing(objective, scope, own) is { Count: > 0 } missing ? DomainError.Invalid(missing) : null;
    }

    private static DomainError? RefuseClosing(Cycle cycle, ObjectiveOutcome? outcome, IReadOnlyList<KeyResult> own)
    {
        if (cycle.State == CycleState.Closed)
        {
            return ObjectiveErrors.CycleClosed;
        }

        if (own.Any(k => k.State is KeyResultState.Active or KeyResultState.Baselining or KeyResultState.Dormant))
        {
            return ObjectiveErrors.KeyResultsOpen;
        }

        return outcome is null ? OutcomeMissing : null;
    }
}
