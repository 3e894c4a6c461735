using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Addon.Core.Audit;
using Addon.Core.Common;

namespace Addon.Core.KeyResults;

/// <summary>Keeps what people say of a key result, with the number if they tell it. Nothing else resets staleness.</summary>
public sealed class RecordCheckIn(KeyResultAccess access, ValueSeries series, IKeyResultStore keyResults, IAuditTrail audit, IUnitOfWork work, TimeProvider clock)
{
    /// <summary>Keeps a check-in, and its value in the same transaction.</summary>
    /// <returns>The check-in; the first one of its idempotency key when it is sent again.</returns>
    public async Task<Outcome<CheckIn>> RecordAsync(TenantId tenant, AccountId actor, KeyResultId id, CheckInDraft draft, CancellationToken ct)
    {
        var allowed = await access.ForWritingAsync(tenant, actor, id, ct);
        return allowed.Succeeded ? await work.RunAsync(ct => AppendAsync(tenant, actor, id, draft, ct), ct) : allowed.Error;
    }

    private async Task<Outcome<CheckIn>> AppendAsync(TenantId tenant, AccountId actor, KeyResultId id, CheckInDraft draft, CancellationToken ct)
    {
        var known = await series.ReadAsync(tenant, id, ct);
        if (await access.FindAsync(tenant, id, ct) is not { } place)
        {
            return KeyResultErrors.Missing;
        }

        if (CycleRule.Check(place.Cycle, CycleNeed.NotClosed) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetUtcNow();
        if (draft.Validate(place, now) is { Count: > 0 } errors)
        {
            return DomainError.Invalid(errors);
        }

        var checkInId = draft.IdempotencyKey is { } key ? IdOf(id, key) : Guid.CreateVersion7();
        if (draft.IdempotencyKey is not null && (await keyResults.ListCheckInsAsync(tenant, id, ct)).FirstOrDefault(c => c.Id == checkInId) is { } earlier)
        {
            return earlier;
        }

        var value = await AppendValueAsync(tenant, actor, place, draft, known, now, ct);
        var checkIn = new CheckIn(checkInId, id, now, actor, draft.Confidence!.Value, value, KeyResultDraft.TextOf(draft.Note));
        await keyResults.AppendCheckInAsync(tenant, checkIn, ct);
        await audit.AppendAsync(tenant, Entry(place.KeyResult, checkIn), ct);
        return checkIn;
    }

    private async Task<Guid?> AppendValueAsync(
        TenantId tenant, AccountId actor, KeyResultPlace place, CheckInDraft draft, IReadOnlyList<KeyResultValue> known, DateTimeOffset now, CancellationToken ct)
    {
        if (draft.Value is not { } number)
        {
            return null;
        }

        var value = new KeyResultValue(Guid.CreateVersion7(), place.KeyResult.Id, number, now, now, KeyResultSource.Manual, actor, KeyResultDraft.TextOf(draft.Note));
        await series.AppendAsync(tenant, place, value, known, ct);
        return value.Id;
    }

    /// <summary>The id that every repetition of one check-in comes to: its row can only be there once.</summary>
    private static Guid IdOf(KeyResultId keyResult, string key) =>
        new(SHA256.HashData(Encoding.ASCII.GetBytes($"{keyResult.Value:D} {key}")).AsSpan(0, 16));

    private static AuditEntry Entry(KeyResult before, CheckIn checkIn)
    {
        Dictionary<string, string?> after = new(StringComparer.Ordinal) { ["confidence"] = checkIn.Confidence.ToString(CultureInfo.InvariantCulture) };
        if (checkIn.Note is not null)
        {
            after["note"] = checkIn.Note;
        }

        return AuditEntry.ByPerson(
            checkIn.By,
            "key_result.checked_in",
            "key_result",
            checkIn.KeyResult.Value.ToString("D"),
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["confidence"] = before.LastCheckIn?.Confidence.ToString(CultureInfo.InvariantCulture) },
            after);
    }
}
