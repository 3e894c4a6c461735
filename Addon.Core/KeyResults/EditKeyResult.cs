using Addon.Core.Common;
using Addon.Core.Cycles;

namespace Addon.Core.KeyResults;

/// <summary>Edits what a key result says. Of one that is no draft any more the target stays: that is retargeted, openly.</summary>
public sealed class EditKeyResult(KeyResultEditor editor)
{
    /// <summary>Replaces what a key result says; its values and its state stay.</summary>
    /// <param name="tenant">The site.</param>
    /// <param name="actor">Who edits.</param>
    /// <param name="id">The key result.</param>
    /// <param name="version">The version that the person saw.</param>
    /// <param name="draft">What was written. Of one that is no draft any more, fields of the target may be left out.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Outcome<KeyResult>> EditAsync(TenantId tenant, AccountId actor, KeyResultId id, int version, KeyResultDraft draft, CancellationToken ct) =>
        editor.RunAndSummarizeAsync(new(tenant, actor, id, version, "key_result.edited"), place => Decide(place, draft), ct);

    private static Outcome<KeyResult> Decide(KeyResultPlace place, KeyResultDraft draft)
    {
        var keyResult = place.KeyResult;
        if (KeyResultLifecycle.IsTerminal(keyResult.State))
        {
            return KeyResultErrors.Ended;
        }

        if (keyResult.State == KeyResultState.Draft)
        {
            return draft.Validate(place.Cycle) is { Count: > 0 } errors ? DomainError.Invalid(errors) : draft.ApplyTo(keyResult);
        }

        var kept = draft with { Target = KeyResultTarget.Of(keyResult), Direction = DirectionOf(keyResult, draft) };
        return FindFaults(keyResult, draft, place.Cycle) is { Count: > 0 } faults ? DomainError.Invalid(faults) : kept.ApplyTo(keyResult);
    }

    private static List<FieldError> FindFaults(KeyResult keyResult, KeyResultDraft draft, Cycle cycle)
    {
        List<FieldError> faults = [.. (draft with { Target = new() }).Validate(cycle), .. FindMoved(keyResult, draft)];
        if (draft.Unit is null || !PlainText.IsVisible(draft.Unit))
        {
            faults.Add(new("unit", "key_result.unit_missing", "Say what is counted: incidents, %, ms, ..."));
        }

        if (draft.Owner is null)
        {
            faults.Add(new("owner", "key_result.owner_missing", "Name the one person who answers for it."));
        }

        return faults;
    }

    /// <summary>While the start is measured nothing is promised yet, and the first value may show that the other way is meant.</summary>
    private static KeyResultDirection DirectionOf(KeyResult keyResult, KeyResultDraft draft) =>
        keyResult is { State: KeyResultState.Baselining, IsGuardrail: false } && draft.Direction is KeyResultDirection.Increase or KeyResultDirection.Decrease
            ? draft.Direction.Value
            : keyResult.Direction;

    private static IEnumerable<FieldError> FindMoved(KeyResult keyResult, KeyResultDraft draft)
    {
        var target = draft.Target;
        (string Field, bool Moved)[] fields =
        [
            ("direction", draft.Direction is { } direction && direction != DirectionOf(keyResult, draft)),
            ("from", target.From is { } from && from != keyResult.From),
            ("to", target.To is { } to && to != keyResult.To),
            ("low", target.Low is { } low && low != keyResult.Low),
            ("high", target.High is { } high && high != keyResult.High),
            ("dueOn", target.DueOn is { } due && due != keyResult.DueOn),
            ("phases", target.Phases.Count > 0 && !target.Phases.Equals(keyResult.Phases)),
        ];
        return fields.Where(f => f.Moved)
            .Select(f => new FieldError(f.Field, "key_result.target_needs_retarget", "It has begun: change this by retargeting, which keeps what was promised first."));
    }
}
