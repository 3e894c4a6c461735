using Addon.Core.Audit;
using Addon.Core.Common;
using Addon.Core.Scopes;

namespace Addon.Core.Cycles;

/// <summary>Plans and edits cycles; the person has to administer Jira.</summary>
/// <remarks>The days and the kind of a cycle are fixed as soon as one of its objectives is active or closed: what was expected of it on each day depends on them.</remarks>
public sealed class WriteCycle(ICycleStore cycles, ICycleContents contents, ScopeAuthority authority, IAuditTrail audit, IUnitOfWork work)
{
    /// <summary>Plans a cycle. Planned ones may share days; active ones of a kind may not.</summary>
    public async Task<Outcome<Cycle>> PlanAsync(TenantId tenant, AccountId actor, CycleDraft draft, CancellationToken ct)
    {
        if (await authority.CheckSettingsAsync(tenant, actor, ct) is { } refusal)
        {
            return refusal;
        }

        if (draft.Validate() is { Count: > 0 } errors)
        {
            return DomainError.Invalid(errors);
        }

        return await work.RunAsync<Outcome<Cycle>>(
            async ct =>
            {
                var cycle = draft.WriteTo(new Cycle { Id = CycleId.New(), Name = "", Start = default, End = default, State = CycleState.Planned });
                if (CycleRules.FindNamesake(cycle, await cycles.ListHeldAsync(tenant, ct)) is not null)
                {
                    return CycleErrors.NameTaken();
                }

                await cycles.AddAsync(tenant, cycle, actor, ct);
                await audit.AppendAsync(tenant, CycleAudit.Added(actor, cycle), ct);
                return cycle;
            },
            ct);
    }

    /// <summary>Replaces what a cycle says.</summary>
    /// <param name="tenant">The site.</param>
    /// <param name="actor">Who edits.</param>
    /// <param name="id">The cycle.</param>
    /// <param name="version">The version that the person saw.</param>
    /// <param name="draft">What was written.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Outcome<Cycle>> EditAsync(TenantId tenant, AccountId actor, CycleId id, int version, CycleDraft draft, CancellationToken ct)
    {
        if (await cycles.FindAsync(tenant, id, ct) is null)
        {
            return CycleErrors.Missing;
        }

        if (await authority.CheckSettingsAsync(tenant, actor, ct) is { } refusal)
        {
            return refusal;
        }

        if (draft.Validate() is { Count: > 0 } errors)
        {
            return DomainError.Invalid(errors);
        }

        return await work.RunAsync<Outcome<Cycle>>(ct => EditHeldAsync(tenant, actor, id, version, draft, ct), ct);
    }

    private async Task<Outcome<Cycle>> EditHeldAsync(TenantId tenant, AccountId actor, CycleId id, int version, CycleDraft draft, CancellationToken ct)
    {
        var all = await cycles.ListHeldAsync(tenant, ct);
        var before = all.Single(c => c.Id == id);
        if (before.Version != version)
        {
            return CycleErrors.Stale;
        }

        var after = draft.WriteTo(before);
        if (await CheckAsync(tenant, before, after, all, ct) is { } refusal)
        {
            return refusal;
        }

        if (!await cycles.UpdateAsync(tenant, after, actor, ct))
        {
            return CycleErrors.Stale;
        }

        await audit.AppendAsync(tenant, CycleAudit.Changed(actor, "cycle.edited", before, after), ct);
        return after with { Version = version + 1 };
    }

    private async Task<DomainError?> CheckAsync(TenantId tenant, Cycle before, Cycle after, IReadOnlyList<Cycle> all, CancellationToken ct)
    {
        if (before.State == CycleState.Closed)
        {
            return CycleErrors.Closed;
        }

        if (CycleRules.FindNamesake(after, all) is not null)
        {
            return CycleErrors.NameTaken();
        }

        var moved = before.Start != after.Start ? "start" : before.End != after.End ? "end" : before.Kind != after.Kind ? "kind" : null;
        if (moved is null)
        {
            return null;
        }

        if (before.State == CycleState.Closing || await contents.HasBegunAsync(tenant, before.Id, ct))
        {
            return CycleErrors.DatesFixed(moved);
        }

        return before.State == CycleState.Active && CycleRules.FindOverlap(after, all) is { } other ? CycleErrors.Overlaps(other) : null;
    }
}
