#pragma warning disable MA0048 // The finder and what it finds.
using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Scopes;

namespace Addon.Core.Objectives;

/// <summary>Finds what an objective shall serve, and checks that it can: in a higher scope, in a cycle that overlaps, and never itself on any way up.</summary>
public sealed class ObjectiveParents(IObjectiveStore objectives, IKeyResultStore keyResults, IScopeStore scopes, ICycleStore cycles)
{
    /// <summary>More steps than scopes can stand above each other: whoever goes further goes in a circle.</summary>
    private const int MostSteps = 16;

    /// <summary>What <paramref name="draft"/> names as parent, or why it cannot be.</summary>
    /// <param name="tenant">The site.</param>
    /// <param name="draft">What was written.</param>
    /// <param name="scope">Whose objective it is.</param>
    /// <param name="cycle">In which cycle it is.</param>
    /// <param name="self">The objective itself; null when it is new.</param>
    /// <param name="ct">Cancels.</param>
    internal async Task<Outcome<FoundParent>> FindAsync(TenantId tenant, ObjectiveDraft draft, Scope scope, Cycle cycle, ObjectiveId? self, CancellationToken ct)
    {
        var field = draft.ParentKeyResult is null ? "parentObjectiveId" : "parentKeyResultId";
        var named = await NamedAsync(tenant, draft, ct);
        if (named is null)
        {
            return draft is { ParentKeyResult: null, ParentObjective: null } ? new FoundParent(null) : Refused(field, "objective.parent_not_found", "That parent does not exist.");
        }

        if (await objectives.FindAsync(tenant, named.Objective, ct) is not { } above
            || await scopes.FindAsync(tenant, above.Scope, ct) is not { } higher
            || await cycles.FindAsync(tenant, above.Cycle, ct) is not { } period)
        {
            return Refused(field, "objective.parent_not_found", "That parent does not exist.");
        }

        if (higher.Kind >= scope.Kind)
        {
            return Refused(field, "objective.parent_not_higher", "Choose a parent from a higher scope, for example a company objective.");
        }

        if (!PeriodRule.Overlap(cycle, period))
        {
            return Refused(field, "objective.parent_not_overlapping", $"Choose a parent whose cycle overlaps {cycle.Name}; that one is in {period.Name}.");
        }

        return await ReachesAsync(tenant, above, self, ct)
            ? Refused(field, "objective.parent_circle", "That one already serves this objective, directly or through others.")
            : new FoundParent(named);
    }

    private static DomainError Refused(string field, string code, string message) => DomainError.Invalid(new FieldError(field, code, message));

    private async Task<ObjectiveParent?> NamedAsync(TenantId tenant, ObjectiveDraft draft, CancellationToken ct)
    {
        if (draft.ParentKeyResult is { } keyResultId)
        {
            return await keyResults.FindAsync(tenant, keyResultId, ct) is { } keyResult ? new ObjectiveParent(keyResult.Objective, keyResultId) : null;
        }

        return draft.ParentObjective is { } objective ? new ObjectiveParent(objective, null) : null;
    }

    /// <summary>Whether the way up from <paramref name="start"/> comes by <paramref name="self"/>. The order of scopes forbids it; rows that came from elsewhere may not know that.</summary>
    private async Task<bool> ReachesAsync(TenantId tenant, Objective start, ObjectiveId? self, CancellationToken ct)
    {
        var step = start;
        for (var steps = 0; step is not null; steps++)
        {
            if (step.Id == self || steps == MostSteps)
            {
                return true;
            }

            step = step.Parent is { } parent ? await objectives.FindAsync(tenant, parent.Objective, ct) : null;
        }

        return false;
    }
}

/// <summary>The answer to a search that may rightly find nothing.</summary>
/// <param name="Parent">What is served, or null.</param>
internal sealed record FoundParent(ObjectiveParent? Parent);
