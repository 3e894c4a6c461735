using Addon.Core.Audit;
using Addon.Core.Common;
using Addon.Core.Numbers;

namespace Addon.Core.KeyResults;

/// <summary>Appends to the series of a key result, inside somebody's unit of work: the value, what the series comes to then, and the audit.</summary>
public sealed class ValueSeries(IKeyResultStore keyResults, IAuditTrail audit)
{
    private static readonly DomainError KeyReused = new(
        ErrorKind.Conflict, "key_result.idempotency_key_reused", "This idempotency key was sent with another value before. Use a new key for a new value.");

    /// <summary>Every value in the order of recording; nobody appends another one until the end of the unit of work.</summary>
    internal Task<IReadOnlyList<KeyResultValue>> ReadAsync(TenantId tenant, KeyResultId id, CancellationToken ct) => keyResults.ListValuesAsync(tenant, id, ct);

    /// <summary>Appends a value that is valid; one whose key is known is not appended again.</summary>
    internal async Task<Outcome<KeyResultValue>> AppendAsync(
        TenantId tenant, KeyResultPlace place, KeyResultValue value, IReadOnlyList<KeyResultValue> known, CancellationToken ct)
    {
        // Without a key, the id stands for it in the store: so a key that is somebody's id is taken, too.
        if (value.IdempotencyKey is { } key && known.FirstOrDefault(v => v.IdempotencyKey == key || (v.IdempotencyKey is null && v.Id.ToString("D") == key)) is { } earlier)
        {
            return earlier.Value == value.Value && earlier.Corrects == value.Corrects ? earlier : KeyReused;
        }

        await keyResults.AppendValueAsync(tenant, value, ct);
        await keyResults.SaveSummaryAsync(tenant, value.KeyResult, SeriesRules.Summarize(place.KeyResult, [.. known, value], place.Scope.TimeZone), ct);
        var before = value.Corrects is { } id ? known.First(v => v.Id == id).Value : place.KeyResult.Current;
        await audit.AppendAsync(
            tenant,
            AuditEntry.ByPerson(
                value.Actor!.Value,
                value.Corrects is null ? "key_result.value_recorded" : "key_result.value_corrected",
                "key_result",
                value.KeyResult.Value.ToString("D"),
                Facts(before, null, null),
                Facts(value.Value, value.MeasuredAt, value.Note)),
            ct);
        return value;
    }

    private static Dictionary<string, string?> Facts(decimal? value, DateTimeOffset? measuredAt, string? note)
    {
        Dictionary<string, string?> facts = new(StringComparer.Ordinal) { ["value"] = KeyResultFacts.Text(value) };
        if (measuredAt is { } at)
        {
            facts["measuredAt"] = at.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        }

        if (note is not null)
        {
            facts["note"] = note;
        }

        return facts;
    }
}
