using System.Globalization;
using Addon.Core.Common;

namespace Addon.Core.Cycles;

/// <summary>The days in which objectives are pursued.</summary>
public sealed record Cycle
{
    /// <summary>Longest name.</summary>
    public const int MaxName = 60;

    /// <summary>Fewest days.</summary>
    public const int MinDays = 14;

    /// <summary>Most days.</summary>
    public const int MaxDays = 400;

    /// <summary>Our id.</summary>
    public required CycleId Id { get; init; }

    /// <summary>Unique per tenant (<c>2026 Q4</c>).</summary>
    public required string Name { get; init; }

    /// <summary>What kind of time it is; active cycles of one kind do not overlap.</summary>
    public CycleKind Kind { get; init; } = CycleKind.Quarter;

    /// <summary>The first day.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>The last day, inclusive.</summary>
    public required DateOnly End { get; init; }

    /// <summary>Where it is in its life.</summary>
    public CycleState State { get; init; } = CycleState.Active;

    /// <summary>When grading began, or null before.</summary>
    public DateTimeOffset? ClosingSince { get; init; }

    /// <summary>Counts the changes; an edit of an older version is a conflict.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The calendar quarter that holds <paramref name="day"/>.</summary>
    public static Cycle QuarterOf(DateOnly day)
    {
        var quarter = ((day.Month - 1) / 3) + 1;
        var start = new DateOnly(day.Year, ((quarter - 1) * 3) + 1, 1);
        return new Cycle
        {
            Id = CycleId.New(),
            Name = string.Create(CultureInfo.InvariantCulture, $"{day.Year} Q{quarter}"),
            Start = start,
            End = start.AddMonths(3).AddDays(-1),
        };
    }
}
