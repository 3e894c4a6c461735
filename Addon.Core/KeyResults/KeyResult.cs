using Addon.Core.Common;

namespace Addon.Core.KeyResults;

/// <summary>A number that a team wants to move, with a from and a to, or to keep within bounds.</summary>
public sealed record KeyResult
{
    /// <summary>The longest time in which the start may still be measured, in days.</summary>
    public const int MaxBaseliningDays = 28;

    /// <summary>Our id.</summary>
    public required KeyResultId Id { get; init; }

    /// <summary>The number in its key <c>KR-n</c>, unique per tenant.</summary>
    public required int Number { get; init; }

    /// <summary>The objective that it measures.</summary>
    public required ObjectiveId Objective { get; init; }

    /// <summary>What is measured, 1 to 250 characters.</summary>
    public required string Title { get; init; }

    /// <summary>The name of the number alone (<c>P1 incidents</c>), at most 120 characters, or null. Two of one name in one scope are one too many.</summary>
    public string? Metric { get; init; }

    /// <summary>Which way is good; agrees with the sign of to minus from.</summary>
    public required KeyResultDirection Direction { get; init; }

    /// <summary>The value when the cycle began: decimal(19,6). Null for a guardrail, in a draft, and while it is being measured.</summary>
    public decimal? From { get; init; }

    /// <summary>The value to reach; never equal to <see cref="From"/>. Null for a guardrail and in a draft.</summary>
    public decimal? To { get; init; }

    /// <summary>The lower bound of a guardrail, inclusive.</summary>
    public decimal? Low { get; init; }

    /// <summary>The upper bound of a guardrail, inclusive.</summary>
    public decimal? High { get; init; }

    /// <summary>What is counted (<c>incidents</c>, <c>%</c>, <c>ms</c>), 1 to 40 characters; null only in a draft.</summary>
    public string? Unit { get; init; }

    /// <summary>The "per" of a rate; for a guardrail the period that is judged, a week when none.</summary>
    public KeyResultPeriod Per { get; init; }

    /// <summary>What it counts for in the objective's number, 1 to 100.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>The one person who answers for it; null only in a draft.</summary>
    public AccountId? Owner { get; init; }

    /// <summary>How the team's work moves the number, one sentence of at most 500 characters, or null.</summary>
    public string? HowWorkMovesIt { get; init; }

    /// <summary>Where its values come from. Of <see cref="KeyResultSource.LinkedWork"/> it measures output and is labelled so.</summary>
    public KeyResultSource Source { get; init; }

    /// <summary>Targets on the way, by day; the last is <see cref="To"/>. Empty when the way is a straight line.</summary>
    public ValueList<PhasedTarget> Phases { get; init; } = ValueList<PhasedTarget>.Empty;

    /// <summary>The last day, or null for the cycle's.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required KeyResultState State { get; init; }

    /// <summary>When measuring of the start began, or null.</summary>
    public DateTimeOffset? BaseliningSince { get; init; }

    /// <summary>When it became active first, or null before. Until the first check-in staleness counts from here.</summary>
    public DateTimeOffset? ActivatedAt { get; init; }

    /// <summary>When it ended, or null.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Since when it is dormant, or null.</summary>
    public DateTimeOffset? DormantSince { get; init; }

    /// <summary>Why it was ended or put to sleep, at most 500 characters; always there when it was killed.</summary>
    public string? EndReason { get; init; }

    /// <summary>Where the energy of a killed key result goes, at most 500 characters, or null.</summary>
    public string? Redirect { get; init; }

    /// <summary>The key result of an earlier cycle that it carries on, or null.</summary>
    public KeyResultId? CarriedFrom { get; init; }

    /// <summary>What was promised at activation, or null before.</summary>
    public Commitment? Original { get; init; }

    /// <summary>A person's word that lifts the health by one step, or null. It may have expired.</summary>
    public HealthLift? Lift { get; init; }

    /// <summary>The ids of the writing hints that a person accepted (<c>O2</c>).</summary>
    public ValueList<string> AcceptedHints { get; init; } = ValueList<string>.Empty;

    /// <summary>What the series of values comes to.</summary>
    public SeriesSummary Series { get; init; } = SeriesSummary.Empty;

    /// <summary>The last check-in of a person, or null.</summary>
    public CheckInSummary? LastCheckIn { get; init; }

    /// <summary>Counts the changes; an edit of an older version is a conflict.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The key that people see.</summary>
    public string Key => KeyOf(Number);

    /// <summary>Whether it keeps a number within bounds instead of moving it.</summary>
    public bool IsGuardrail => Direction is KeyResultDirection.KeepAtLeast or KeyResultDirection.KeepAtMost or KeyResultDirection.KeepBetween;

    /// <summary>The newest measured value that counts, or null before the first.</summary>
    public decimal? Current => Series.Current?.Value;

    /// <summary>When <see cref="Current"/> was measured.</summary>
    public DateTimeOffset? CurrentAt => Series.Current?.At;

    /// <summary>The measured progress; null for a guardrail, without a value, and while the start is unknown.</summary>
    public Numbers.Progress? Progress => State != KeyResultState.Baselining && From is { } from && To is { } to && from != to && Current is { } current
        ? Numbers.Progress.Of(from, to, current)
        : null;

    /// <summary>The key of key result number <paramref name="number"/>.</summary>
    public static string KeyOf(int number) => $"KR-{number}";
}
