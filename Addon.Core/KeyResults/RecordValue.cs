using Addon.Core.Common;

namespace Addon.Core.KeyResults;

/// <summary>Records measured values. Nothing is overwritten: a correction is a value of its own that names the wrong one.</summary>
public sealed class RecordValue(KeyResultAccess access, ValueSeries series, IUnitOfWork work, TimeProvider clock)
{
    private static readonly DomainError MissingValue = new(ErrorKind.NotFound, "key_result.value_not_found", "There is no such value of this key result.");

    /// <summary>Records a value.</summary>
    /// <returns>The value; the first one of its idempotency key when it is sent again.</returns>
    public Task<Outcome<KeyResultValue>> RecordAsync(TenantId tenant, AccountId actor, KeyResultId id, ValueDraft draft, CancellationToken ct) =>
        RunAsync(tenant, actor, id, draft, null, ct);

    /// <summary>Records a value in place of a wrong one, measured when that was.</summary>
    /// <param name="tenant">The site.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="id">The key result.</param>
    /// <param name="wrong">The value that is wrong.</param>
    /// <param name="draft">What is right; when it was measured is taken from the wrong one.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Outcome<KeyResultValue>> CorrectAsync(TenantId tenant, AccountId actor, KeyResultId id, Guid wrong, ValueDraft draft, CancellationToken ct) =>
        RunAsync(tenant, actor, id, draft with { MeasuredAt = null }, wrong, ct);

    private async Task<Outcome<KeyResultValue>> RunAsync(TenantId tenant, AccountId actor, KeyResultId id, ValueDraft draft, Guid? wrong, CancellationToken ct)
    {
        var allowed = await access.ForWritingAsync(tenant, actor, id, ct);
        return allowed.Succeeded ? await work.RunAsync(ct => AppendAsync(tenant, actor, id, draft, wrong, ct), ct) : allowed.Error;
    }

    private async Task<Outcome<KeyResultValue>> AppendAsync(TenantId tenant, AccountId actor, KeyResultId id, ValueDraft draft, Guid? wrong, CancellationToken ct)
    {
        // The series first: from here on it stands still, and what is read of the key result is as new as it.
        var known = await series.ReadAsync(tenant, id, ct);
        if (await access.FindAsync(tenant, id, ct) is not { } place)
        {
            return KeyResultErrors.Missing;
        }

        var corrected = known.FirstOrDefault(v => v.Id == wrong);
        if (wrong is not null && corrected is null)
        {
            return MissingValue;
        }

        if (CycleRule.Check(place.Cycle, CycleNeed.NotClosed) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetUtcNow();
        return draft.Validate(place, now) is { Count: > 0 } errors
            ? DomainError.Invalid(errors)
            : await series.AppendAsync(tenant, place, Write(actor, id, draft, corrected, now), known, ct);
    }

    private static KeyResultValue Write(AccountId actor, KeyResultId id, ValueDraft draft, KeyResultValue? corrected, DateTimeOffset now) => new(
        Guid.CreateVersion7(),
        id,
        draft.Value!.Value,
        (corrected?.MeasuredAt ?? draft.MeasuredAt ?? now).ToUniversalTime(),
        now,
        draft.Source,
        actor,
        KeyResultDraft.TextOf(draft.Note),
        corrected?.Id,
        draft.IdempotencyKey);
}
