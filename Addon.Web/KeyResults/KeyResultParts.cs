#pragma warning disable MA0048 // The parts of one answer.
using Addon.Core.KeyResults;
using Addon.Core.Numbers;
using Addon.Web.Http;

namespace Addon.Web.KeyResults;

/// <summary>What is or was promised.</summary>
internal sealed record CommitmentResponse(decimal? From, decimal? To, decimal? Low, decimal? High, DateOnly DueOn)
{
    public static CommitmentResponse Of(Commitment commitment) => new(commitment.From, commitment.To, commitment.Low, commitment.High, commitment.DueOn);
}

/// <summary>A person's word on the health.</summary>
internal sealed record LiftResponse(string By, DateTimeOffset At, string Note);

/// <summary>The last check-in.</summary>
internal sealed record LastCheckInResponse(DateTimeOffset At, string By, int Confidence, string? Note);

/// <summary>A point of a series.</summary>
internal sealed record PointResponse(DateTimeOffset At, decimal Value);

/// <summary>What a series comes to: its last points that count, and of a guardrail its periods.</summary>
internal sealed record SeriesResponse(IReadOnlyList<PointResponse> Points, int PeriodsWithValue, int PeriodsInBound, bool? LastPeriodInBound)
{
    public static SeriesResponse Of(SeriesSummary series) =>
        new([.. series.Recent.Select(p => new PointResponse(p.At, p.Value))], series.PeriodsWithValue, series.PeriodsInBound, series.LastPeriodInBound);
}

/// <summary>What is computed of a key result, with the rule and the numbers behind it in one sentence.</summary>
internal sealed record NumbersResponse
{
    /// <summary>The raw share of the way.</summary>
    public required decimal? Progress { get; init; }

    /// <summary>What the objective's number takes of it.</summary>
    public required decimal? Counted { get; init; }

    /// <summary>Of a guardrail the share of periods in bound.</summary>
    public required decimal? Adherence { get; init; }

    /// <summary>The share that should be behind it by today.</summary>
    public required decimal Expected { get; init; }

    /// <summary>Expected minus counted progress.</summary>
    public required decimal? Gap { get; init; }

    /// <summary>What the measured number says.</summary>
    public required string Pace { get; init; }

    /// <summary>Whether it is worse than where it began.</summary>
    public required bool IsRegressing { get; init; }

    /// <summary>0 to 10.</summary>
    public required int? Confidence { get; init; }

    /// <summary>The same as a word.</summary>
    public required string? ConfidenceLevel { get; init; }

    /// <summary>How long no person has spoken for it.</summary>
    public required string Staleness { get; init; }

    /// <summary>Days since the last check-in.</summary>
    public required int? DaysSinceCheckIn { get; init; }

    /// <summary>The one word.</summary>
    public required string Health { get; init; }

    /// <summary>Whether a person lifted it.</summary>
    public required bool IsLifted { get; init; }

    /// <summary>The rule and the numbers behind the health.</summary>
    public required string Explanation { get; init; }

    public static NumbersResponse Of(KeyResultNumbers numbers) => new()
    {
        Progress = numbers.Progress?.Raw,
        Counted = numbers.Counted,
        Adherence = numbers.Adherence,
        Expected = numbers.Expected,
        Gap = numbers.Gap,
        Pace = WireEnum.Of(numbers.Pace),
        IsRegressing = numbers.IsRegressing,
        Confidence = numbers.Confidence,
        ConfidenceLevel = numbers.ConfidenceLevel is { } level ? WireEnum.Of(level) : null,
        Staleness = WireEnum.Of(numbers.Staleness),
        DaysSinceCheckIn = numbers.DaysSinceCheckIn,
        Health = WireEnum.Of(numbers.Health),
        IsLifted = numbers.IsLifted,
        Explanation = numbers.Explanation,
    };
}
