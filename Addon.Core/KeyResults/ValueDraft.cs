using Addon.Core.Common;
using Addon.Core.Numbers;

namespace Addon.Core.KeyResults;

/// <summary>A value as somebody wants it recorded.</summary>
public sealed record ValueDraft
{
    /// <summary>How long before its cycle a value may have been measured, in days: last year's quarter is a fair comparison.</summary>
    public const int MaxDaysBeforeCycle = 400;

    /// <summary>Longest idempotency key.</summary>
    public const int MaxIdempotencyKey = 200;

    /// <summary>The value.</summary>
    public required decimal? Value { get; init; }

    /// <summary>When it was true, or null for now.</summary>
    public DateTimeOffset? MeasuredAt { get; init; }

    /// <summary>Why, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Whether a person or a program tells it.</summary>
    public KeyResultSource Source { get; init; }

    /// <summary>Recorded once per key result and key, however often it is sent; or null.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>What an edge could not even read.</summary>
    public IReadOnlyList<FieldError> Unreadable { get; init; } = [];

    /// <summary>Everything that is wrong with it, of a key result in that place at that time.</summary>
    internal IReadOnlyList<FieldError> Validate(KeyResultPlace place, DateTimeOffset now)
    {
        List<FieldError> errors = [.. Unreadable];
        if (Value is null)
        {
            errors.Add(new("value", "key_result.value_missing", "Say what the number is."));
        }
        else if (!Measurement.Fits(Value.Value))
        {
            errors.Add(new("value", "key_result.value_out_of_range", Measurement.RangeHint));
        }

        if (MeasuredAt > now)
        {
            errors.Add(new("measuredAt", "key_result.measured_in_future", "A value is measured before it is recorded."));
        }
        else if (MeasuredAt is { } at && place.Scope.DayOf(at) < place.Cycle.Start.AddDays(-MaxDaysBeforeCycle))
        {
            errors.Add(new("measuredAt", "key_result.measured_too_early", $"Record values from at most {MaxDaysBeforeCycle} days before the cycle."));
        }

        FieldText.CheckLines(errors, "note", Note, KeyResultValue.MaxNote);
        if (Source is not (KeyResultSource.Manual or KeyResultSource.Api))
        {
            errors.Add(new("source", "key_result.source_unknown", "A value is recorded by hand (manual) or by a program (api)."));
        }

        if (IdempotencyKey is { } key && !IsKey(key))
        {
            errors.Add(new("idempotencyKey", "key_result.idempotency_key_invalid", $"A key is 1 to {MaxIdempotencyKey} visible ASCII characters."));
        }

        if (!ValueRules.TakesValues(place.KeyResult.State))
        {
            errors.Add(new("value", "key_result.not_active", "Only what is pursued takes values: active, asleep, or while its start is measured."));
        }

        return errors;
    }

    /// <summary>Whether that can be an idempotency key.</summary>
    internal static bool IsKey(string key) => key.Length is > 0 and <= MaxIdempotencyKey && !key.AsSpan().ContainsAnyExceptInRange('!', '~');
}
