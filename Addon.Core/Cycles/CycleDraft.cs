using Addon.Core.Common;

namespace Addon.Core.Cycles;

/// <summary>What a person wrote about a cycle.</summary>
public sealed record CycleDraft
{
    /// <summary>What it is called.</summary>
    public required string? Name { get; init; }

    /// <summary>What kind of time it is; null when what was sent is none.</summary>
    public required CycleKind? Kind { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly? Start { get; init; }

    /// <summary>The last day, inclusive.</summary>
    public required DateOnly? End { get; init; }

    /// <summary>Everything that is wrong with the fields.</summary>
    public IReadOnlyList<FieldError> Validate()
    {
        List<FieldError> errors = [];
        if (!PlainText.IsVisible(Name))
        {
            errors.Add(new("name", "cycle.name_missing", "Give it the name that people use, for example 2027 Q1."));
        }
        else if (Name!.Trim().Length > Cycle.MaxName)
        {
            errors.Add(new("name", "cycle.name_too_long", $"Keep the name within {Cycle.MaxName} characters."));
        }
        else if (!PlainText.IsLine(Name))
        {
            errors.Add(new("name", "cycle.name_invalid", PlainText.Hint));
        }

        if (Kind is null)
        {
            errors.Add(new("kind", "cycle.kind_invalid", "Choose year, quarter or custom."));
        }

        if (Start is null)
        {
            errors.Add(new("start", "cycle.start_missing", "Say the first day."));
        }

        if (End is null)
        {
            errors.Add(new("end", "cycle.end_missing", "Say the last day."));
        }

        errors.AddRange(CheckLength());
        return errors;
    }

    /// <summary>The cycle with what was written; only after <see cref="Validate"/> found nothing.</summary>
    public Cycle WriteTo(Cycle cycle) => cycle with { Name = Name!.Trim(), Kind = Kind!.Value, Start = Start!.Value, End = End!.Value };

    private IEnumerable<FieldError> CheckLength()
    {
        if (Start is not { } start || End is not { } end)
        {
            return [];
        }

        var days = end.DayNumber - start.DayNumber + 1;
        return (end > start, days) switch
        {
            (false, _) => [new("end", "cycle.end_not_after_start", "Choose a last day after the first one.")],
            (_, < Cycle.MinDays) => [new("end", "cycle.too_short", $"A cycle takes at least {Cycle.MinDays} days, so that something can be measured in it.")],
            (_, > Cycle.MaxDays) => [new("end", "cycle.too_long", $"A cycle takes at most {Cycle.MaxDays} days.")],
            _ => [],
        };
    }
}
