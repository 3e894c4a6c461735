using Addon.Core.Common;

namespace Addon.Core.KeyResults;

/// <summary>Moves the target of a key result that has begun. What was promised first stays, on the chart and in the final score.</summary>
public sealed class RetargetKeyResult(KeyResultEditor editor, IKeyResultStore keyResults, TimeProvider clock)
{
    private static readonly DomainError NotBegun =
        new(ErrorKind.Conflict, "key_result.not_retargetable", "Only what is pursued is retargeted: edit a draft instead, and let stand what has ended.");

    /// <summary>Replaces the target.</summary>
    /// <param name="tenant">The site.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="id">The key result.</param>
    /// <param name="version">The version that the person saw.</param>
    /// <param name="target">The whole target as it shall be.</param>
    /// <param name="reason">Why; has to be said when the target becomes easier.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Outcome<KeyResult>> RetargetAsync(
        TenantId tenant, AccountId actor, KeyResultId id, int version, KeyResultTarget target, string? reason, CancellationToken ct) => editor.RunAsync(
        new(tenant, actor, id, version, "key_result.retargeted", Reason: reason),
        (place, _) => Task.FromResult(Decide(place, target, reason)),
        async (before, after, ct) =>
        {
            await keyResults.AppendTargetChangeAsync(tenant, ChangeOf(before, after, actor, reason), ct);
            await editor.SummarizeAsync(tenant, before with { KeyResult = after }, ct);
        },
        ct);

    private static Outcome<KeyResult> Decide(KeyResultPlace place, KeyResultTarget target, string? reason)
    {
        var keyResult = place.KeyResult;
        if (keyResult.State is not (KeyResultState.Active or KeyResultState.Dormant or KeyResultState.Baselining))
        {
            return NotBegun;
        }

        var used = target.For(keyResult.Direction);
        if (FindFaults(place, used) is { Count: > 0 } faults)
        {
            return DomainError.Invalid(faults);
        }

        var after = used.ApplyTo(keyResult);
        return CheckReason(place, after, reason) is { Count: > 0 } errors ? DomainError.Invalid(errors) : after;
    }

    private static List<FieldError> FindFaults(KeyResultPlace place, KeyResultTarget target)
    {
        var keyResult = place.KeyResult;
        List<FieldError> faults = [.. target.Validate(keyResult.Direction, place.Cycle)];
        var baselining = keyResult.State == KeyResultState.Baselining;
        if (baselining && target.From != keyResult.From)
        {
            faults.Add(new("from", "key_result.from_being_measured", "The start is being measured; it is said when the key result becomes active."));
        }

        faults.AddRange(target.FindGaps(keyResult.Direction).Where(g => faults.TrueForAll(f => f.Field != g.Field) && !(baselining && g is { Field: "from" })));
        if (faults.Count == 0 && target == KeyResultTarget.Of(keyResult))
        {
            faults.Add(new("", "key_result.target_unchanged", "That is the target already."));
        }

        return faults;
    }

    private static List<FieldError> CheckReason(KeyResultPlace place, KeyResult after, string? reason)
    {
        List<FieldError> errors = [];
        if (IsEased(place, after))
        {
            FieldText.CheckRequired(errors, "reason", reason, KeyResultDraft.MaxSentence, "The target becomes easier: say why, so that everybody can follow.");
        }
        else
        {
            FieldText.Check(errors, "reason", reason, KeyResultDraft.MaxSentence);
        }

        return errors;
    }

    private static bool IsEased(KeyResultPlace place, KeyResult after) =>
        Easing.Eases(after.Direction, Commitment.Of(place.KeyResult, place.Cycle), Commitment.Of(after, place.Cycle));

    private TargetChange ChangeOf(KeyResultPlace place, KeyResult after, AccountId actor, string? reason) => new(
        Guid.CreateVersion7(),
        place.KeyResult.Id,
        clock.GetUtcNow(),
        actor,
        Commitment.Of(place.KeyResult, place.Cycle),
        Commitment.Of(after, place.Cycle),
        IsEased(place, after),
        KeyResultDraft.TextOf(reason));
}
