using Addon.Core.Common;

namespace Addon.Core.Okrs;

/// <summary>A number that a team wants to move, with a from and a to.</summary>
public sealed record KeyResult
{
    /// <summary>Our id.</summary>
    public required KeyResultId Id { get; init; }

    /// <summary>The number in its key <c>KR-n</c>, unique per tenant.</summary>
    public required int Number { get; init; }

    /// <summary>The objective that it measures.</summary>
    public required ObjectiveId Objective { get; init; }

    /// <summary>What is measured, 1 to 250 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Which way is good; agrees with the sign of to minus from.</summary>
    public required KeyResultDirection Direction { get; init; }

    /// <summary>The value when the cycle began. Up to 19 digits, 6 of them decimals; never equal to <see cref="To"/>.</summary>
    public required decimal From { get; init; }

    /// <summary>The value to reach.</summary>
    public required decimal To { get; init; }

    /// <summary>What is counted (<c>incidents</c>, <c>%</c>, <c>ms</c>), 1 to 40 characters.</summary>
    public required string Unit { get; init; }

    /// <summary>The "per" of a rate.</summary>
    public KeyResultPeriod Per { get; init; }

    /// <summary>The one person who answers for it.</summary>
    public required AccountId Owner { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required KeyResultState State { get; init; }

    /// <summary>The newest measured value, or null before the first.</summary>
    public decimal? Current { get; init; }

    /// <summary>When <see cref="Current"/> was measured.</summary>
    public DateTimeOffset? CurrentAt { get; init; }

    /// <summary>Counts the changes; an edit of an older version is a conflict.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The key that people see.</summary>
    public string Key => KeyOf(Number);

    /// <summary>The measured progress, or null before the first value.</summary>
    public Progress? Progress => Current is { } current ? Okrs.Progress.Of(From, To, current) : null;

    /// <summary>The key of key result number <paramref name="number"/>.</summary>
    public static string KeyOf(int number) => $"KR-{number}";
}
