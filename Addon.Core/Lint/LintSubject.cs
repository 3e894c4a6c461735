using Addon.Core.Common;
using Addon.Core.KeyResults;
using Addon.Core.Scopes;

namespace Addon.Core.Lint;

/// <summary>A key result as far as it is written. Everything may be missing.</summary>
public sealed record LintSubject
{
    /// <summary>The title as typed.</summary>
    public string? Title { get; init; }

    /// <summary>The name of the number alone, or null.</summary>
    public string? Metric { get; init; }

    /// <summary>Which way is good, or null to take it from the numbers.</summary>
    public KeyResultDirection? Direction { get; init; }

    /// <summary>Where the number begins.</summary>
    public decimal? From { get; init; }

    /// <summary>Where it shall be.</summary>
    public decimal? To { get; init; }

    /// <summary>The lower bound of a guardrail.</summary>
    public decimal? Low { get; init; }

    /// <summary>The upper bound of a guardrail.</summary>
    public decimal? High { get; init; }

    /// <summary>What is counted.</summary>
    public string? Unit { get; init; }

    /// <summary>The "per" of a rate.</summary>
    public KeyResultPeriod Per { get; init; }

    /// <summary>The one person who answers for it.</summary>
    public AccountId? Owner { get; init; }

    /// <summary>The last day, or null for the cycle's end, which is as good.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>How the team's work moves the number.</summary>
    public string? HowWorkMovesIt { get; init; }

    /// <summary>The newest measured value, or null before the first.</summary>
    public decimal? Current { get; init; }

    /// <summary>How high the scope stands.</summary>
    public ScopeKind ScopeKind { get; init; } = ScopeKind.Team;

    /// <summary>Whether the start is to be measured first, so that from may be unknown.</summary>
    public bool IsBaselining { get; init; }

    /// <summary>The ids of the rules that a person accepted for this key result.</summary>
    public IReadOnlyCollection<string> AcceptedRules { get; init; } = [];

    /// <summary>What the scope's other active key results measure.</summary>
    public IReadOnlyList<OtherMetric> OtherActiveMetrics { get; init; } = [];

    /// <summary>Whether anybody besides the owner helps to write it.</summary>
    public bool HasCoAuthors { get; init; }

    /// <summary>Whether it keeps a number within bounds instead of moving it.</summary>
    public bool IsGuardrail => Direction is KeyResultDirection.KeepAtLeast or KeyResultDirection.KeepAtMost or KeyResultDirection.KeepBetween;

    /// <summary>
    /// <paramref name="keyResult"/> in a scope of <paramref name="scope"/>. <see cref="IsBaselining"/>, <see cref="OtherActiveMetrics"/> and
    /// <see cref="HasCoAuthors"/> are for the caller to add where they matter: the first for an activation that starts measuring.
    /// </summary>
    public static LintSubject Of(KeyResult keyResult, ScopeKind scope) => new()
    {
        Title = keyResult.Title,
        Metric = keyResult.Metric,
        Direction = keyResult.Direction,
        From = keyResult.From,
        To = keyResult.To,
        Low = keyResult.Low,
        High = keyResult.High,
        Unit = keyResult.Unit,
        Per = keyResult.Per,
        Owner = keyResult.Owner,
        DueOn = keyResult.DueOn,
        HowWorkMovesIt = keyResult.HowWorkMovesIt,
        Current = keyResult.Current,
        ScopeKind = scope,
        IsBaselining = keyResult.State == KeyResultState.Baselining,
        AcceptedRules = keyResult.AcceptedHints,
    };
}
