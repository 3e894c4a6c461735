using Addon.Core.Common;
using Addon.Core.Numbers;

namespace Addon.Core.KeyResults;

/// <summary>What a person wrote about a key result. Structure blocks; wording never does.</summary>
public sealed record KeyResultDraft
{
    /// <summary>Longest title.</summary>
    public const int MaxTitle = 250;

    /// <summary>Longest unit.</summary>
    public const int MaxUnit = 40;

    /// <summary>What is measured.</summary>
    public required string? Title { get; init; }

    /// <summary>Where the number begins.</summary>
    public required decimal? From { get; init; }

    /// <summary>Where it shall be.</summary>
    public required decimal? To { get; init; }

    /// <summary>What is counted.</summary>
    public required string? Unit { get; init; }

    /// <summary>The "per" of a rate.</summary>
    public KeyResultPeriod Per { get; init; }

    /// <summary>Which way is good, or null to take it from the sign of to minus from.</summary>
    public KeyResultDirection? Direction { get; init; }

    /// <summary>The one person who answers for it.</summary>
    public required AccountId? Owner { get; init; }

    /// <summary>The state it shall have.</summary>
    public required KeyResultState State { get; init; }

    /// <summary>Everything that is wrong with the fields by themselves.</summary>
    public IReadOnlyList<FieldError> Validate()
    {
        List<FieldError> errors = [];
        if (!PlainText.IsVisible(Title))
        {
            errors.Add(new("title", "key_result.title_missing", "Name what is measured, for example \"P1 incidents\"."));
        }
        else if (Title!.Trim().Length > MaxTitle)
        {
            errors.Add(new("title", "key_result.title_too_long", $"Keep the title within {MaxTitle} characters."));
        }
        else if (!PlainText.IsLine(Title))
        {
            errors.Add(new("title", "key_result.title_invalid", PlainText.Hint));
        }

        CheckNumber(errors, "from", From, "Say where the number is today.");
        CheckNumber(errors, "to", To, "Say where the number shall be.");
        if (From is { } from && To is { } to && Measurement.Fits(from) && Measurement.Fits(to))
        {
            if (from == to)
            {
                errors.Add(new("to", "key_result.from_equals_to", "From and to are the same; choose a target that differs from where you start."));
            }
            else if (Direction is { } direction && direction != DirectionOf(from, to))
            {
                errors.Add(new("direction", "key_result.direction_mismatch", $"From {KeyResultText.Number(from)} to {KeyResultText.Number(to)} goes the other way; turn the direction or swap the numbers."));
            }
        }

        if (!PlainText.IsVisible(Unit))
        {
            errors.Add(new("unit", "key_result.unit_missing", "Say what is counted: incidents, %, ms, ..."));
        }
        else if (Unit!.Trim().Length > MaxUnit)
        {
            errors.Add(new("unit", "key_result.unit_too_long", $"Keep the unit within {MaxUnit} characters."));
        }
        else if (!PlainText.IsLine(Unit))
        {
            errors.Add(new("unit", "key_result.unit_invalid", PlainText.Hint));
        }

        if (string.IsNullOrWhiteSpace(Owner?.Value))
        {
            errors.Add(new("owner", "key_result.owner_missing", "Name the one person who answers for it."));
        }
        else if (!Owner.Value.IsWellFormed)
        {
            errors.Add(new("owner", "key_result.owner_invalid", "That is not an Atlassian account id."));
        }

        return errors;
    }

    /// <summary>Which way it goes from <paramref name="from"/> to <paramref name="to"/>.</summary>
    public static KeyResultDirection DirectionOf(decimal from, decimal to) => to > from ? KeyResultDirection.Increase : KeyResultDirection.Decrease;

    private static void CheckNumber(List<FieldError> errors, string field, decimal? value, string missing)
    {
        if (value is null)
        {
            errors.Add(new(field, $"key_result.{field}_missing", missing));
        }
        else if (!Measurement.Fits(value.Value))
        {
            errors.Add(new(field, $"key_result.{field}_out_of_range", Measurement.RangeHint));
        }
    }
}
