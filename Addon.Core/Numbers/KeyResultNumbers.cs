using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Scopes;

namespace Addon.Core.Numbers;

/// <summary>Everything that is computed of a key result, at one instant. docs/numbers.md tells the rules with examples.</summary>
public sealed record KeyResultNumbers
{
    /// <summary>The way from "from" to "to", raw and counted: by the current target while it runs, by the original one once it has ended. Null for a guardrail, without a value and while baselining.</summary>
    public Progress? Progress { get; private init; }

    /// <summary>Of a guardrail the share of its periods with a value that were in bound, 0 to 1. Null otherwise and before the first.</summary>
    public decimal? Adherence { get; private init; }

    /// <summary>What the objective's number takes of it, 0 to 1. Null while there is nothing measured, and always for a draft, baselining, dormant or killed one.</summary>
    public decimal? Counted { get; private init; }

    /// <summary>The share of the way that should be behind it by the end of today, 0 to 1.</summary>
    public decimal Expected { get; private init; }

    /// <summary>Expected minus counted progress; below 0 when it is ahead. Null for a guardrail and without progress.</summary>
    public decimal? Gap { get; private init; }

    /// <summary>What the measured number alone says.</summary>
    public Pace Pace { get; private init; }

    /// <summary>Whether the value is worse than where it began.</summary>
    public bool IsRegressing => Progress?.IsRegressing ?? false;

    /// <summary>The confidence of the last check-in, 0 to 10, or null before the first.</summary>
    public int? Confidence { get; private init; }

    /// <summary><see cref="Confidence"/> in words.</summary>
    public ConfidenceLevel? ConfidenceLevel { get; private init; }

    /// <summary>How long no person has spoken for it. Only an active one can be other than fresh: nobody is asked about the others.</summary>
    public Staleness Staleness { get; private init; }

    /// <summary>Days of the scope since the last check-in, for reading; null before the first.</summary>
    public int? DaysSinceCheckIn { get; private init; }

    /// <summary>The days that count for <see cref="Staleness"/>: since the last check-in, before the first since activation, without those of holiday weeks. Null while it was never active.</summary>
    public int? SilentDays { get; private init; }

    /// <summary>The one word.</summary>
    public Health Health { get; private init; }

    /// <summary>Whether <see cref="Health"/> is one step better than its numbers because a person said so after the last check-in.</summary>
    public bool IsLifted { get; private init; }

    /// <summary>One sentence with the rule and the numbers behind <see cref="Health"/>. It holds no text that a person wrote.</summary>
    public string Explanation { get; private init; } = "";

    /// <summary>The numbers of <paramref name="keyResult"/> at <paramref name="now"/>.</summary>
    public static KeyResultNumbers Of(KeyResult keyResult, Cycle cycle, Scope scope, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(keyResult);
        ArgumentNullException.ThrowIfNull(scope);
        var measured = Measure(keyResult, cycle, scope, now);
        var byRule = HealthRule.OfState(keyResult.State) ?? HealthRule.Of(measured.Pace, measured.ConfidenceLevel, measured.Staleness);
        var health = HasLift(keyResult) ? HealthRule.Lift(byRule) : byRule;
        var judged = measured with { Health = health, IsLifted = health != byRule };
        return judged with { Explanation = Numbers.Explanation.Of(keyResult, judged, byRule, scope, now) };
    }

    private static KeyResultNumbers Measure(KeyResult keyResult, Cycle cycle, Scope scope, DateTimeOffset now)
    {
        var progress = FinalScore.ProgressOf(keyResult);
        var adherence = FinalScore.AdherenceOf(keyResult);
        var expected = Numbers.Expected.On(keyResult, cycle, scope, scope.DayOf(now));
        var checkIn = keyResult.LastCheckIn;
        var silent = (checkIn?.At ?? keyResult.ActivatedAt) is { } since ? StalenessRule.AgeInDays(since, now, scope) : (int?)null;
        return new KeyResultNumbers
        {
            Progress = progress,
            Adherence = adherence,
            Counted = IsInHeadline(keyResult.State) ? progress?.Counted ?? adherence : null,
            Expected = expected,
            Gap = expected - progress?.Counted,
            Pace = keyResult.IsGuardrail
                ? PaceRule.OfGuardrail(expected, adherence, keyResult.Series.LastPeriodInBound ?? false)
                : PaceRule.Of(expected, progress),
            Confidence = checkIn?.Confidence,
            ConfidenceLevel = checkIn is null ? null : ConfidenceRule.LevelOf(checkIn.Confidence),
            Staleness = keyResult.State == KeyResultState.Active ? StalenessRule.Of(silent ?? 0) : Staleness.Fresh,
            DaysSinceCheckIn = checkIn is null ? null : Math.Max(0, scope.DayOf(now).DayNumber - scope.DayOf(checkIn.At).DayNumber),
            SilentDays = silent,
        };
    }

    /// <summary>Whether the objective's number takes it into account: killed and dormant ones are out of it, what never began too.</summary>
    internal static bool IsInHeadline(KeyResultState state) => state is KeyResultState.Active or KeyResultState.Achieved or KeyResultState.Missed;

    /// <summary>A lift holds until the next check-in: what a person says of the number itself is newer.</summary>
    private static bool HasLift(KeyResult keyResult) => keyResult.Lift is { } lift && (keyResult.LastCheckIn is not { } checkIn || lift.At > checkIn.At);
}
