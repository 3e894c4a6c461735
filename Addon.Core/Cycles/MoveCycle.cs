using Addon.Core.Audit;
using Addon.Core.Common;
using Addon.Core.Scopes;

namespace Addon.Core.Cycles;

/// <summary>Takes a cycle through its life: planned, active, closing, closed, and back from closed to closing.</summary>
public sealed class MoveCycle(
    ICycleStore cycles,
    ICycleContents contents,
    ICycleSnapshotStore snapshots,
    IScopeStore scopes,
    ScopeAuthority authority,
    IAuditTrail audit,
    IUnitOfWork work,
    TimeProvider clock)
{
    private static readonly DomainError Unknown = DomainError.Invalid(new FieldError("to", "cycle.transition_unknown", "Say active, closing, closed or reopen."));

    /// <summary>Does it. The person has to administer Jira; the owner of the company scope may reopen, too.</summary>
    /// <param name="tenant">The site.</param>
    /// <param name="actor">Who moves it.</param>
    /// <param name="id">The cycle.</param>
    /// <param name="wanted">The step; null when what was sent is none.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Outcome<Cycle>> MoveAsync(TenantId tenant, AccountId actor, CycleId id, CycleMove? wanted, CancellationToken ct)
    {
        if (await cycles.FindAsync(tenant, id, ct) is null)
        {
            return CycleErrors.Missing;
        }

        if (await CheckAsync(tenant, actor, wanted, ct) is { } refusal)
        {
            return refusal;
        }

        if (wanted is not { } move)
        {
            return Unknown;
        }

        return await work.RunAsync<Outcome<Cycle>>(
            async ct =>
            {
                var all = await cycles.ListHeldAsync(tenant, ct);
                var before = all.Single(c => c.Id == id);
                if (!IsLegal(before.State, move))
                {
                    return CycleErrors.IllegalMove(before, move);
                }

                return move switch
                {
                    CycleMove.Active => await ActivateAsync(tenant, actor, before, all, ct),
                    CycleMove.Closed => await CloseAsync(tenant, actor, before, ct),
                    CycleMove.Reopen => await StoreAsync(tenant, actor, "cycle.reopened", before, Closing(before), ct),
                    _ => await StoreAsync(tenant, actor, "cycle.closing_started", before, Closing(before), ct),
                };
            },
            ct);
    }

    private async Task<DomainError?> CheckAsync(TenantId tenant, AccountId actor, CycleMove? move, CancellationToken ct) =>
        move == CycleMove.Reopen && (await scopes.FindCompanyAsync(tenant, ct))?.Owner == actor ? null : await authority.CheckSettingsAsync(tenant, actor, ct);

    private static bool IsLegal(CycleState state, CycleMove move) => move switch
    {
        CycleMove.Active => CycleLifecycle.Allows(state, CycleState.Active),
        CycleMove.Closing => state != CycleState.Closed && CycleLifecycle.Allows(state, CycleState.Closing),
        CycleMove.Closed => CycleLifecycle.Allows(state, CycleState.Closed),
        _ => state == CycleState.Closed && CycleLifecycle.Allows(state, CycleState.Closing),
    };

    private async Task<Outcome<Cycle>> ActivateAsync(TenantId tenant, AccountId actor, Cycle before, IReadOnlyList<Cycle> all, CancellationToken ct) =>
        CycleRules.FindOverlap(before, all) is { } other
            ? CycleErrors.Overlaps(other)
            : await StoreAsync(tenant, actor, "cycle.activated", before, before with { State = CycleState.Active }, ct);

    private async Task<Outcome<Cycle>> CloseAsync(TenantId tenant, AccountId actor, Cycle before, CancellationToken ct)
    {
        var open = await contents.CountOpenAsync(tenant, before.Id, ct);
        if (open > 0)
        {
            return CycleErrors.KeyResultsOpen(open);
        }

        var now = clock.GetUtcNow();
        var after = before with { State = CycleState.Closed };
        var content = SnapshotBuilder.Build(
            after,
            await contents.ReadAsync(tenant, before.Id, ct),
            await scopes.ListAsync(tenant, ct),
            await contents.ReadDeliveryAsync(tenant, before.Id, ct),
            now);
        var snapshot = new CycleSnapshot(Guid.CreateVersion7(), before.Id, now, actor, content);
        if (!await cycles.UpdateAsync(tenant, after, actor, ct))
        {
            return CycleErrors.Stale;
        }

        await snapshots.AppendAsync(tenant, snapshot, ct);
        await audit.AppendAsync(tenant, CycleAudit.Closed(actor, before, after, snapshot), ct);
        return after with { Version = before.Version + 1 };
    }

    private async Task<Outcome<Cycle>> StoreAsync(TenantId tenant, AccountId actor, string action, Cycle before, Cycle after, CancellationToken ct)
    {
        if (!await cycles.UpdateAsync(tenant, after, actor, ct))
        {
            return CycleErrors.Stale;
        }

        await audit.AppendAsync(tenant, CycleAudit.Changed(actor, action, before, after), ct);
        return after with { Version = before.Version + 1 };
    }

    private Cycle Closing(Cycle cycle) => cycle with { State = CycleState.Closing, ClosingSince = clock.GetUtcNow() };
}
