using Addon.Core.Common;

namespace Addon.Core.KeyResults;

/// <summary>What a person wants to say of a key result.</summary>
/// <param name="Confidence">How sure they are that the target will be reached, 0 to 10.</param>
/// <param name="Note">In their words, or null.</param>
/// <param name="Value">The number as it is now, or null when they do not tell it.</param>
/// <param name="IdempotencyKey">Kept once per key result and key, however often it is sent; or null.</param>
public sealed record CheckInDraft(int? Confidence, string? Note, decimal? Value, string? IdempotencyKey = null)
{
    /// <summary>Highest confidence.</summary>
    public const int MaxConfidence = 10;

    /// <summary>Everything that is wrong with it, of a key result in that place at that time.</summary>
    internal IReadOnlyList<FieldError> Validate(KeyResultPlace place, DateTimeOffset now)
    {
        List<FieldError> errors = [];
        if (Confidence is null)
        {
            errors.Add(new("confidence", "key_result.confidence_missing", "Say how sure you are, 0 to 10."));
        }
        else if (Confidence is < 0 or > MaxConfidence)
        {
            errors.Add(new("confidence", "key_result.confidence_out_of_range", "Confidence is 0 to 10."));
        }

        // What a value needs, this needs too; only the number itself may be left out.
        var told = new ValueDraft { Value = Value, Note = Note, IdempotencyKey = IdempotencyKey }.Validate(place, now);
        return [.. errors, .. told.Where(e => Value is not null || e.Code != "key_result.value_missing").Select(e => e.Code == "key_result.not_active" ? e with { Field = "" } : e)];
    }
}
