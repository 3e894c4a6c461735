using Addon.Core.Common;
using Addon.Core.Cycles;

namespace Addon.Core.KeyResults;

/// <summary>What a person wrote about a key result. A title is enough to keep it; what is there has to make sense by itself. Whether it can be pursued is judged when it is activated.</summary>
public sealed record KeyResultDraft
{
    /// <summary>Longest title.</summary>
    public const int MaxTitle = 250;

    /// <summary>Longest name of the number.</summary>
    public const int MaxMetric = 120;

    /// <summary>Longest unit.</summary>
    public const int MaxUnit = 40;

    /// <summary>Longest sentence on how work moves it, and longest reason of any change.</summary>
    public const int MaxSentence = 500;

    /// <summary>Largest weight.</summary>
    public const int MaxWeight = 100;

    /// <summary>What is measured.</summary>
    public required string? Title { get; init; }

    /// <summary>The name of the number alone.</summary>
    public string? Metric { get; init; }

    /// <summary>Which way is good, or null to take it from the numbers.</summary>
    public KeyResultDirection? Direction { get; init; }

    /// <summary>What is promised.</summary>
    public KeyResultTarget Target { get; init; } = new();

    /// <summary>What is counted.</summary>
    public string? Unit { get; init; }

    /// <summary>The "per" of a rate.</summary>
    public KeyResultPeriod Per { get; init; }

    /// <summary>What it counts for, 1 to 100.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>The one person who answers for it.</summary>
    public AccountId? Owner { get; init; }

    /// <summary>How the team's work moves the number.</summary>
    public string? HowWorkMovesIt { get; init; }

    /// <summary>Where its values come from.</summary>
    public KeyResultSource Source { get; init; }

    /// <summary>What an edge could not even read, so that a person is told all at once, and only after it is clear that they may write here.</summary>
    public IReadOnlyList<FieldError> Unreadable { get; init; } = [];

    /// <summary>Which way is good, as said or as the numbers tell; up, until they do.</summary>
    public KeyResultDirection EffectiveDirection => Direction ?? Target.InferDirection() ?? KeyResultDirection.Increase;

    /// <summary>Everything that is wrong with what is there.</summary>
    public IReadOnlyList<FieldError> Validate(Cycle cycle)
    {
        var direction = EffectiveDirection;
        return [.. Unreadable, .. ValidateWording().Concat(Target.For(direction).Validate(direction, cycle)).Where(e => Unreadable.All(u => u.Field != e.Field))];
    }

    /// <summary>The key result with everything that this says.</summary>
    public KeyResult ApplyTo(KeyResult keyResult)
    {
        var direction = EffectiveDirection;
        return Target.For(direction).ApplyTo(keyResult) with
        {
            Title = Title!.Trim(),
            Metric = TextOf(Metric),
            Direction = direction,
            Unit = TextOf(Unit),
            Per = Per,
            Weight = Weight,
            Owner = Owner,
            HowWorkMovesIt = TextOf(HowWorkMovesIt),
            Source = Source,
        };
    }

    /// <summary>A text without what stands around it; null for nothing.</summary>
    internal static string? TextOf(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private List<FieldError> ValidateWording()
    {
        List<FieldError> errors = [];
        if (!PlainText.IsVisible(Title))
        {
            errors.Add(new("title", "key_result.title_missing", "Name what is measured, for example \"P1 incidents\"."));
        }
        else
        {
            FieldText.Check(errors, "title", Title, MaxTitle);
        }

        FieldText.Check(errors, "metric", Metric, MaxMetric);
        FieldText.Check(errors, "unit", Unit, MaxUnit);
        FieldText.Check(errors, "howWorkMovesIt", HowWorkMovesIt, MaxSentence);
        if (Weight is < 1 or > MaxWeight)
        {
            errors.Add(new("weight", "key_result.weight_out_of_range", $"A weight is 1 to {MaxWeight}."));
        }

        if (Owner is { IsWellFormed: false })
        {
            errors.Add(new("owner", "key_result.owner_invalid", "That is not an Atlassian account id."));
        }

        if (Source is not (KeyResultSource.Manual or KeyResultSource.LinkedWork))
        {
            errors.Add(new("source", "key_result.source_not_available", "Values come from people or from linked work."));
        }

        return errors;
    }
}
