using Addon.Core.Common;

namespace Addon.Core.KeyResults;

/// <summary>Ends key results: reached, not reached, or called dead. A person says so; a number only proposes.</summary>
public sealed class EndKeyResult(KeyResultEditor editor, TimeProvider clock)
{
    private static readonly DomainError NotReached = new(
        ErrorKind.Conflict, "key_result.target_not_reached", "The last value has not reached the target. Record the value that did, or end it as missed.");

    /// <summary>Ends one that reached its target; of a guardrail the person's word is enough.</summary>
    public Task<Outcome<KeyResult>> AchieveAsync(TenantId tenant, AccountId actor, KeyResultId id, int version, string? reason, CancellationToken ct) =>
        EndAsync(new(tenant, actor, id, version, "key_result.achieved", CycleNeed.NotClosed), KeyResultState.Achieved, new(reason, null, false), ct);

    /// <summary>Ends one that did not reach its target.</summary>
    public Task<Outcome<KeyResult>> MissAsync(TenantId tenant, AccountId actor, KeyResultId id, int version, string? reason, CancellationToken ct) =>
        EndAsync(new(tenant, actor, id, version, "key_result.missed", CycleNeed.NotClosed), KeyResultState.Missed, new(reason, null, false), ct);

    /// <summary>Calls one dead, with the reason, and where the energy goes instead if that is known.</summary>
    public Task<Outcome<KeyResult>> KillAsync(TenantId tenant, AccountId actor, KeyResultId id, int version, string? reason, string? redirect, CancellationToken ct) =>
        EndAsync(new(tenant, actor, id, version, "key_result.killed", CycleNeed.NotClosed), KeyResultState.Killed, new(reason, redirect, true), ct);

    private Task<Outcome<KeyResult>> EndAsync(KeyResultEdit edit, KeyResultState end, Ending ending, CancellationToken ct) =>
        editor.RunAndSummarizeAsync(edit, place => Decide(place.KeyResult, end, ending), ct);

    private Outcome<KeyResult> Decide(KeyResult keyResult, KeyResultState end, Ending ending)
    {
        if (!KeyResultLifecycle.Allows(keyResult.State, end))
        {
            return KeyResultErrors.IllegalTransition(keyResult.State, end);
        }

        if (ending.Validate() is { Count: > 0 } errors)
        {
            return DomainError.Invalid(errors);
        }

        if (end == KeyResultState.Achieved && keyResult is not ({ IsGuardrail: true } or { Progress.Raw: >= 1 }))
        {
            return NotReached;
        }

        return keyResult with
        {
            State = end,
            EndedAt = clock.GetUtcNow(),
            DormantSince = null,
            EndReason = KeyResultDraft.TextOf(ending.Reason),
            Redirect = KeyResultDraft.TextOf(ending.Redirect),
        };
    }

    private sealed record Ending(string? Reason, string? Redirect, bool NeedsReason)
    {
        public List<FieldError> Validate()
        {
            List<FieldError> errors = [];
            if (NeedsReason)
            {
                FieldText.CheckRequired(errors, "reason", Reason, KeyResultDraft.MaxSentence, "Say why it is dead, so that the next one learns from it.");
            }
            else
            {
                FieldText.Check(errors, "reason", Reason, KeyResultDraft.MaxSentence);
            }

            FieldText.Check(errors, "redirect", Redirect, KeyResultDraft.MaxSentence);
            return errors;
        }
    }
}
