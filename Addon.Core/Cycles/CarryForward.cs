using Addon.Core.Audit;
using Addon.Core.Common;
using Addon.Core.KeyResults;
using Addon.Core.Scopes;

namespace Addon.Core.Cycles;

/// <summary>Carries unfinished objectives of a cycle into a later one, as drafts. Nothing carries by itself.</summary>
public sealed class CarryForward(ICycleStore cycles, ICycleContents contents, ScopeAuthority authority, IAuditTrail audit, IUnitOfWork work)
{
    /// <summary>Makes the drafts; the person has to administer Jira. Repeating it makes no second draft of the same objective.</summary>
    /// <param name="tenant">The site.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="from">The cycle that ends.</param>
    /// <param name="into">The cycle to come: planned or active, and beginning later.</param>
    /// <param name="chosen">Which objectives; every unfinished one when null.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Outcome<CarryForwardResult>> RunAsync(
        TenantId tenant, AccountId actor, CycleId from, CycleId? into, IReadOnlyCollection<ObjectiveId>? chosen, CancellationToken ct)
    {
        if (await cycles.FindAsync(tenant, from, ct) is null)
        {
            return CycleErrors.Missing;
        }

        if (await authority.CheckSettingsAsync(tenant, actor, ct) is { } refusal)
        {
            return refusal;
        }

        return await work.RunAsync<Outcome<CarryForwardResult>>(
            async ct =>
            {
                var all = await cycles.ListHeldAsync(tenant, ct);
                var ending = all.Single(c => c.Id == from);
                var target = all.FirstOrDefault(c => c.Id == into);
                return CheckTarget(ending, target) is { } wrong ? wrong : await CarryAsync(tenant, actor, ending, target!, all, chosen, ct);
            },
            ct);
    }

    private static DomainError? CheckTarget(Cycle ending, Cycle? target)
    {
        var fault = target switch
        {
            null => new FieldError("targetCycleId", "cycle.target_not_found", "Choose the cycle to carry into."),
            { State: not (CycleState.Planned or CycleState.Active) } => new FieldError("targetCycleId", "cycle.target_not_open", "Choose a cycle that is planned or active."),
            _ when target.Start <= ending.Start => new FieldError("targetCycleId", "cycle.target_not_later", "Choose a cycle that begins later."),
            _ => null,
        };
        return fault is null ? null : DomainError.Invalid(fault);
    }

    private async Task<Outcome<CarryForwardResult>> CarryAsync(
        TenantId tenant, AccountId actor, Cycle ending, Cycle target, IReadOnlyList<Cycle> all, IReadOnlyCollection<ObjectiveId>? chosen, CancellationToken ct)
    {
        var source = await contents.ReadAsync(tenant, ending.Id, ct);
        var ids = chosen?.ToHashSet() ?? [.. source.Objectives.Where(CarryForwardPlan.IsUnfinished).Select(o => o.Id)];
        if (ids.Except(source.Objectives.Select(o => o.Id)).Any())
        {
            return DomainError.Invalid(new FieldError("objectiveIds", "cycle.objective_not_found", "One of the objectives does not belong to this cycle."));
        }

        var plan = new CarryForwardPlan(
            source, await contents.ReadAsync(tenant, target.Id, ct), target, await contents.ReadParentCyclesAsync(tenant, ending.Id, ct), all);
        var drafts = plan.Draft(ids);
        if (drafts.Objectives.Count > 0)
        {
            drafts = await contents.AddDraftsAsync(tenant, drafts, actor, ct);
            await audit.AppendAsync(
                tenant,
                [
                    CycleAudit.CarriedForward(actor, ending, target, drafts.Objectives.Count, drafts.KeyResults.Count),
                    .. drafts.Objectives.Select(o => AuditEntry.ByPerson(
                        actor, "objective.carried_forward", "objective", o.Id.Value.ToString("D"), null, Facts(o.Title, "carriedFrom", o.CarriedFrom!.Value.Value))),
                    .. drafts.KeyResults.Select(k => AuditEntry.ByPerson(
                        actor, "key_result.carried_forward", "key_result", k.Id.Value.ToString("D"), null, Facts(k))),
                ],
                ct);
        }

        return new CarryForwardResult(drafts, ids.Count - drafts.Objectives.Count);
    }

    private static Dictionary<string, string?> Facts(string title, string name, Guid id) =>
        new(StringComparer.Ordinal) { ["title"] = title, [name] = id.ToString("D") };

    private static Dictionary<string, string?> Facts(KeyResult keyResult)
    {
        var facts = Facts(keyResult.Title, "carriedFrom", keyResult.CarriedFrom!.Value.Value);
        facts["from"] = keyResult.From is { } start ? KeyResultText.Number(start) : null;
        return facts;
    }
}
