using Addon.Core.Common;

namespace Addon.Core.KeyResults;

/// <summary>Puts key results to sleep: out of the headline number, still listed, one step from being active again (<see cref="ActivateKeyResult"/>).</summary>
public sealed class PutKeyResultToSleep(KeyResultEditor editor, TimeProvider clock)
{
    /// <summary>Puts an active one to sleep.</summary>
    public Task<Outcome<KeyResult>> SleepAsync(TenantId tenant, AccountId actor, KeyResultId id, int version, string? reason, CancellationToken ct) =>
        editor.RunAsync(new(tenant, actor, id, version, "key_result.dormant"), place => Decide(place.KeyResult, reason), ct);

    private Outcome<KeyResult> Decide(KeyResult keyResult, string? reason)
    {
        if (!KeyResultLifecycle.Allows(keyResult.State, KeyResultState.Dormant))
        {
            return KeyResultErrors.IllegalTransition(keyResult.State, KeyResultState.Dormant);
        }

        List<FieldError> errors = [];
        FieldText.Check(errors, "reason", reason, KeyResultDraft.MaxSentence);
        return errors.Count > 0
            ? DomainError.Invalid(errors)
            : keyResult with { State = KeyResultState.Dormant, DormantSince = clock.GetUtcNow(), EndReason = KeyResultDraft.TextOf(reason) };
    }
}
