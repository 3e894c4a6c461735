using Addon.Core.Audit;
using Addon.Core.Common;
using Addon.Core.Lint;
using Addon.Core.Objectives;

namespace Addon.Core.KeyResults;

/// <summary>Makes key results active: out of a draft, out of the measuring of their start, out of sleep.</summary>
public sealed class ActivateKeyResult(KeyResultEditor editor, IKeyResultStore keyResults, IObjectiveStore objectives, IAuditTrail audit, TimeProvider clock)
{
    /// <summary>Makes a key result active, and with the first one its objective.</summary>
    /// <param name="tenant">The site.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="id">The key result.</param>
    /// <param name="version">The version that the person saw.</param>
    /// <param name="from">The start that was measured meanwhile, of one whose start was; else null.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Outcome<KeyResult>> ActivateAsync(TenantId tenant, AccountId actor, KeyResultId id, int version, decimal? from, CancellationToken ct) => editor.RunAsync(
        new(tenant, actor, id, version, "key_result.activated"), (place, ct) => DecideAsync(tenant, actor, place, from, ct), null, ct);

    private async Task<Outcome<KeyResult>> DecideAsync(TenantId tenant, AccountId actor, KeyResultPlace place, decimal? from, CancellationToken ct)
    {
        if (!KeyResultLifecycle.Allows(place.KeyResult.State, KeyResultState.Active))
        {
            return KeyResultErrors.IllegalTransition(place.KeyResult.State, KeyResultState.Active);
        }

        if (CheckReady(place, from) is { } unready)
        {
            return unready;
        }

        // From here on nobody adds or changes a key result of the objective; what was read before is compared again.
        var siblings = await keyResults.ListOfAsync(tenant, place.Objective.Id, ct);
        if (siblings.All(k => k.Id != place.KeyResult.Id || k.Version != place.KeyResult.Version))
        {
            return KeyResultErrors.Stale;
        }

        if (siblings.Count(k => k.State == KeyResultState.Active) >= Objective.MostActiveKeyResults)
        {
            return Crowded;
        }

        return await ActivateObjectiveAsync(tenant, actor, place, ct) is { } refusal ? refusal : Activate(place, from);
    }

    private static DomainError Crowded => DomainError.Invalid(new FieldError(
        "to",
        "key_result.too_many_active",
        $"An objective takes at most {Objective.MostActiveKeyResults} active key results. End one first, or keep this one as it is."));

    /// <summary>Only what was pursued before needs no second look: it was complete, and its target may be reached by now.</summary>
    private static DomainError? CheckReady(KeyResultPlace place, decimal? from)
    {
        if (place.KeyResult.State == KeyResultState.Dormant)
        {
            return null;
        }

        if (from is not null && place.KeyResult.State != KeyResultState.Baselining)
        {
            return DomainError.Invalid(new FieldError("from", "key_result.from_not_measured", "Only of a key result whose start is being measured the start is said here."));
        }

        var ready = WithStart(place.KeyResult, from) with { State = KeyResultState.Active };
        return KeyResultTarget.Of(ready).Validate(ready.Direction, place.Cycle) is { Count: > 0 } errors
            ? DomainError.Invalid(errors)
            : Readiness.Check(LintSubject.Of(ready, place.Scope.Kind));
    }

    private static KeyResult WithStart(KeyResult keyResult, decimal? from) =>
        from is not null && !keyResult.IsGuardrail ? keyResult with { From = from } : keyResult;

    private async Task<DomainError?> ActivateObjectiveAsync(TenantId tenant, AccountId actor, KeyResultPlace place, CancellationToken ct)
    {
        if (await objectives.FindAsync(tenant, place.Objective.Id, ct) is not { } objective)
        {
            return KeyResultErrors.Missing;
        }

        if (objective.State != ObjectiveState.Draft)
        {
            return objective.State == ObjectiveState.Closed ? KeyResultErrors.ObjectiveClosed : null;
        }

        if (objective.Owner is null)
        {
            return new(ErrorKind.Invalid, "objective.owner_missing", "Name the owner of the objective first; it becomes active with this key result.");
        }

        if (place.Scope.MappingOwner is null)
        {
            return new(ErrorKind.Invalid, "scope.mapping_owner_missing", "Name the one person who owns the mapping of work to key results first, in the settings.");
        }

        if (!await objectives.UpdateAsync(tenant, objective with { State = ObjectiveState.Active, ActivatedAt = clock.GetUtcNow() }, actor, ct))
        {
            return KeyResultErrors.Stale;
        }

        await audit.AppendAsync(
            tenant,
            AuditEntry.ByPerson(
                actor,
                "objective.activated",
                "objective",
                objective.Id.Value.ToString("D"),
                new Dictionary<string, string?>(StringComparer.Ordinal) { ["state"] = nameof(ObjectiveState.Draft) },
                new Dictionary<string, string?>(StringComparer.Ordinal) { ["state"] = nameof(ObjectiveState.Active) }),
            ct);
        return null;
    }

    private KeyResult Activate(KeyResultPlace place, decimal? from)
    {
        var started = WithStart(place.KeyResult, from);
        return started with
        {
            State = KeyResultState.Active,
            ActivatedAt = started.ActivatedAt ?? clock.GetUtcNow(),
            Original = started.Original ?? Commitment.Of(started, place.Cycle),
            DormantSince = null,
            EndReason = null,
        };
    }
}
