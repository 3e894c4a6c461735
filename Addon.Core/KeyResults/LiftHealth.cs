using Addon.Core.Common;

namespace Addon.Core.KeyResults;

/// <summary>Keeps a person's word that a key result is one step better than its numbers. It expires with the next check-in.</summary>
public sealed class LiftHealth(KeyResultEditor editor, TimeProvider clock)
{
    private static readonly DomainError NotActive = new(ErrorKind.Conflict, "key_result.not_active", "Only the health of an active key result is judged, so only that is lifted.");

    /// <summary>Lifts the health, with the reason.</summary>
    public Task<Outcome<KeyResult>> LiftAsync(TenantId tenant, AccountId actor, KeyResultId id, string? note, CancellationToken ct) =>
        editor.RunAsync(new(tenant, actor, id, null, "key_result.health_lifted"), place => Lift(place.KeyResult, actor, note), ct);

    /// <summary>Takes the word back.</summary>
    public Task<Outcome<KeyResult>> WithdrawAsync(TenantId tenant, AccountId actor, KeyResultId id, CancellationToken ct) =>
        editor.RunAsync(new(tenant, actor, id, null, "key_result.health_lift_withdrawn"), place => place.KeyResult with { Lift = null }, ct);

    private Outcome<KeyResult> Lift(KeyResult keyResult, AccountId actor, string? note)
    {
        if (keyResult.State != KeyResultState.Active)
        {
            return NotActive;
        }

        List<FieldError> errors = [];
        FieldText.CheckRequired(errors, "note", note, KeyResultDraft.MaxSentence, "Say why it is better than its numbers.");
        return errors.Count > 0 ? DomainError.Invalid(errors) : keyResult with { Lift = new HealthLift(actor, clock.GetUtcNow(), note!.Trim()) };
    }
}
