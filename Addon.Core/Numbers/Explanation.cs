using System.Globalization;
using Addon.Core.KeyResults;
using Addon.Core.Scopes;

namespace Addon.Core.Numbers;

/// <summary>The sentence beside a colour: the rule and the numbers behind it. It never holds what a person wrote, so it needs no isolation.</summary>
internal static class Explanation
{
    /// <summary>Of a key result.</summary>
    public static string Of(KeyResult keyResult, KeyResultNumbers numbers, Health byRule, Scope scope, DateTimeOffset now) => keyResult.State switch
    {
        KeyResultState.Draft => "Draft: it is not active yet, so nothing is judged.",
        KeyResultState.Baselining => Baselining(keyResult, scope, now),
        KeyResultState.Dormant => $"Dormant{Since(keyResult.DormantSince, scope)}: it counts nowhere until it is revived.",
        KeyResultState.Killed => $"Killed{On(keyResult.EndedAt, scope)}: it counts nowhere any more.",
        KeyResultState.Achieved or KeyResultState.Missed => Ended(keyResult, numbers, scope),
        _ when byRule == Health.Stale => Silent(numbers),
        _ => Judged(keyResult, numbers, byRule),
    };

    /// <summary>Of an objective.</summary>
    public static string Of(ObjectiveNumbers numbers, IReadOnlyCollection<(KeyResult KeyResult, KeyResultNumbers Numbers)> active)
    {
        var progress = (numbers.Progress is { } share ? $"{Percent(share)} of the way by weight, " : "")
            + $"{numbers.Measured} of {Plural(numbers.Total, "key result")} measured";
        if (numbers.Health is not { } health)
        {
            return $"Not judged: no key result is active; {progress}.";
        }

        var stale = active.Where(k => k.Numbers.Health == Health.Stale).Sum(k => k.KeyResult.Weight);
        var rule = health == Health.Stale
            ? $"{Percent((decimal)stale / active.Sum(k => k.KeyResult.Weight))} of the weight is stale (50% or more is stale)"
            : $"the worst of {Plural(active.Count, "active key result")}{(stale > 0 ? ", a stale one taken as at risk" : "")}";
        return $"{HealthWords.Of(health)}: {rule}; {progress}.";
    }

    private static string Judged(KeyResult keyResult, KeyResultNumbers numbers, Health byRule)
    {
        var lift = numbers.IsLifted ? $"; a person lifted it one step from {Lower(byRule)} until the next check-in" : "";
        return $"{HealthWords.Of(numbers.Health)}: {PaceText(keyResult, numbers)}; {ConfidenceText(numbers)}{lift}.";
    }

    private static string PaceText(KeyResult keyResult, KeyResultNumbers numbers) => numbers.Pace switch
    {
        Pace.TooEarly => $"pace is judged from {Percent(PaceRule.JudgedFrom)} on, {Percent(numbers.Expected, decimal.Floor)} {Done(keyResult)} by now",
        Pace.Unmeasured => $"no value yet, though {Percent(numbers.Expected)} {Done(keyResult)} by now (one is due from {Percent(PaceRule.JudgedFrom)} on)",
        _ when keyResult.IsGuardrail => GuardrailText(keyResult, numbers.Adherence!.Value),
        _ => $"{Way(numbers.Progress!.Value)}, {Percent(numbers.Expected)} expected by now ({GapText(numbers)})",
    };

    private static string GuardrailText(KeyResult keyResult, decimal adherence)
    {
        var last = keyResult.Series.LastPeriodInBound == true ? "in bound" : "out of bound";
        return $"{Kept(keyResult, adherence)}, the last one {last} (on track takes {Percent(PaceRule.MinAdherence)} and the last one, at risk one of the two)";
    }

    private static string Done(KeyResult keyResult) => keyResult.IsGuardrail ? "of the time is over" : "is expected";

    private static string Way(Progress progress) => progress.Raw switch
    {
        < 0m => $"{Percent(progress.Raw)} of the way, worse than at the start and counted as 0%",
        > 1m => $"{Percent(progress.Raw)} of the way, counted as 100%",
        _ => $"{Percent(progress.Raw)} of the way",
    };

    private static string GapText(KeyResultNumbers numbers)
    {
        var gap = numbers.Gap ?? 0m;
        if (gap <= 0m)
        {
            return gap == 0m ? "no gap" : $"{Points(-gap)} ahead";
        }

        // Rounded up: a gap just beyond a limit may not read like the limit.
        var text = $"gap {Points(gap)}";
        return numbers.Pace switch
        {
            Pace.OnTrack => $"{text}, up to {Number(PaceRule.MaxOnTrackGap)} is on track",
            Pace.AtRisk => $"{text}, more than {Number(PaceRule.MaxOnTrackGap)} is at risk",
            _ => $"{text}, more than {Number(PaceRule.MaxAtRiskGap)} is off track",
        };
    }

    private static string ConfidenceText(KeyResultNumbers numbers) => numbers is { Confidence: { } confidence, ConfidenceLevel: { } level, DaysSinceCheckIn: { } days }
        ? $"confidence {confidence.ToString(CultureInfo.InvariantCulture)} of 10 is {Lower(HealthRule.OfConfidence(level))}, checked in {Ago(days)}"
        : "no check-in yet";

    private static string Silent(KeyResultNumbers numbers)
    {
        var silent = numbers.SilentDays ?? 0;
        var (word, limit, missed) = numbers.Staleness switch
        {
            Staleness.Abandoned => ("Stale, abandoned", StalenessRule.MaxNeglected, "three missed"),
            Staleness.Neglected => ("Stale, neglected", StalenessRule.MaxStale, "two missed"),
            _ => ("Stale", StalenessRule.MaxFresh, "one missed"),
        };
        var (since, days) = numbers.DaysSinceCheckIn is { } checkedIn
            ? ($"the last check-in was {Ago(checkedIn)}", checkedIn)
            : ($"no check-in in the {Plural(silent, "day")} that count since it became active", silent);
        var counted = days == silent ? "" : $", {Plural(silent, "day")} without holiday weeks";
        return $"{word}: {since}{counted} (more than {limit.ToString(CultureInfo.InvariantCulture)} days, {missed}); silence is never green, whatever pace and confidence say.";
    }

    private static string Baselining(KeyResult keyResult, Scope scope, DateTimeOffset now)
    {
        var day = keyResult.BaseliningSince is { } since
            ? $" (day {(scope.DayOf(now).DayNumber - scope.DayOf(since).DayNumber + 1).ToString(CultureInfo.InvariantCulture)} of at most {KeyResult.MaxBaseliningDays.ToString(CultureInfo.InvariantCulture)})"
            : "";
        return $"Baselining: where it starts is still being measured{day}, so there is no progress yet.";
    }

    private static string Ended(KeyResult keyResult, KeyResultNumbers numbers, Scope scope)
    {
        var score = numbers switch
        {
            { Adherence: { } adherence } => $"{Kept(keyResult, adherence)} by the original bounds",
            { Progress: { } progress } => $"{Way(progress)} by the original target",
            _ => "nothing was measured",
        };
        return $"{HealthWords.Of(numbers.Health)}{On(keyResult.EndedAt, scope)}: {score}.";
    }

    private static string Kept(KeyResult keyResult, decimal adherence)
    {
        var period = keyResult.Per switch
        {
            KeyResultPeriod.Day => "day",
            KeyResultPeriod.Month => "month",
            _ => "week",
        };
        var inBound = keyResult.Series.PeriodsInBound.ToString(CultureInfo.InvariantCulture);
        return $"in bound in {inBound} of {Plural(keyResult.Series.PeriodsWithValue, period)} with a value ({Percent(adherence, decimal.Floor)})";
    }

    private static string On(DateTimeOffset? instant, Scope scope) => instant is { } at ? $" on {Day(at, scope)}" : "";

    private static string Since(DateTimeOffset? instant, Scope scope) => instant is { } at ? $" since {Day(at, scope)}" : "";

    private static string Day(DateTimeOffset instant, Scope scope) => scope.DayOf(instant).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Lower(Health health) => HealthWords.Of(health).ToLowerInvariant();

    private static string Ago(int days) => days == 0 ? "today" : $"{Plural(days, "day")} ago";

    private static string Plural(int count, string one) => $"{count.ToString(CultureInfo.InvariantCulture)} {one}{(count == 1 ? "" : "s")}";

    private static string Points(decimal share)
    {
        var points = Number(share, decimal.Ceiling);
        return points == "1" ? "1 point" : $"{points} points";
    }

    private static string Percent(decimal share, Func<decimal, decimal>? round = null) => $"{Number(share, round)}%";

    /// <summary>A share times 100 with at most one decimal; to the nearest, if not said otherwise.</summary>
    private static string Number(decimal share, Func<decimal, decimal>? round = null)
    {
        var tenths = share * 1000m;
        var rounded = round is null ? decimal.Round(tenths, MidpointRounding.AwayFromZero) : round(tenths);
        return (rounded / 10m).ToString("0.#", CultureInfo.InvariantCulture);
    }
}
