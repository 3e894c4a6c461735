using System.Globalization;
using Addon.Core.KeyResultPage;
using Addon.Core.KeyResults;
using Addon.Core.Numbers;
using Addon.Web.Ui;

namespace Addon.Web.KeyResultPage;

/// <summary>The numbers of a key result in the order in which they follow from each other.</summary>
internal static class KeyResultFigures
{
    /// <summary>Those that there are; what is not measured is not made up.</summary>
    public static IReadOnlyList<Figure> Of(KeyResultSheet sheet, KeyResultNumbers numbers) =>
    [
        .. new[]
        {
            FinalOf(sheet.KeyResult),
            ProgressOf(sheet.KeyResult, numbers),
            AdherenceOf(sheet.KeyResult, numbers),
            ExpectedOf(sheet, numbers),
            GapOf(numbers),
            PaceOf(sheet.KeyResult, numbers),
            ConfidenceOf(sheet.KeyResult, numbers),
            ForecastOf(sheet),
        }.OfType<Figure>(),
    ];

    private static Figure? FinalOf(KeyResult keyResult) => FinalScore.Of(keyResult) is { } score
        ? new Figure(
            "Final score",
            Percent(score),
            keyResult.Original is { } original
                ? $"By what was promised at activation ({CommitmentText.Of(original, keyResult)}), wherever it was moved since."
                : "By the target that it has; it ended before the original one was kept.")
        : null;

    private static Figure? ProgressOf(KeyResult keyResult, KeyResultNumbers numbers)
    {
        if (numbers.Progress is not { } progress || keyResult.Current is not { } current)
        {
            return null;
        }

        var original = KeyResultLifecycle.IsTerminal(keyResult.State) ? keyResult.Original : null;
        var (from, to) = (original?.From ?? keyResult.From, original?.To ?? keyResult.To);
        var counted = progress.Raw == progress.Counted ? "" : $" It counts as {Percent(progress.Counted)}: what counts is held between 0% and 100%.";
        return new Figure(
            "Progress",
            progress.Raw == progress.Counted ? ProgressText.Percent(progress) : $"{ProgressText.Percent(progress)}, counted as {Percent(progress.Counted)}",
            $"(now - from) / (to - from) = ({Number(current)} - {Number(from)}) / ({Number(to)} - {Number(from)}) = {Exact(progress.Raw)}.{counted}");
    }

    private static Figure? AdherenceOf(KeyResult keyResult, KeyResultNumbers numbers) => numbers.Adherence is { } adherence
        ? new Figure(
            "Kept",
            ProgressText.Percent(new Progress(adherence)),
            $"In bound in {keyResult.Series.PeriodsInBound} of {keyResult.Series.PeriodsWithValue} periods with a value; the last value of a period judges it, bounds included.")
        : null;

    private static Figure? ExpectedOf(KeyResultSheet sheet, KeyResultNumbers numbers)
    {
        var (keyResult, cycle) = (sheet.KeyResult, sheet.Cycle);
        if (!IsPursued(keyResult.State))
        {
            return null;
        }

        var end = Expected.EndOf(keyResult, cycle);
        var shape = keyResult.Phases.Count > 0 ? ", within each of its targets on the way" : "";
        return new Figure(
            keyResult.IsGuardrail ? "Time over" : "Expected",
            ProgressText.Percent(new Progress(numbers.Expected)),
            $"Working days that are over, today included, of those from {Day(cycle.Start)} to {Day(end)}{shape}; holidays of the scope do not count.");
    }

    private static Figure? GapOf(KeyResultNumbers numbers) => numbers is { Gap: { } gap, Progress: { } progress }
        ? new Figure(
            "Gap",
            gap <= 0 ? $"{Points(-gap)} ahead" : Points(gap),
            $"Expected {Exact(numbers.Expected)} minus counted {Exact(progress.Counted)}. Up to {Points(PaceRule.MaxOnTrackGap)} is on track, up to {Points(PaceRule.MaxAtRiskGap)} at risk.")
        : null;

    private static Figure? PaceOf(KeyResult keyResult, KeyResultNumbers numbers) => keyResult.State == KeyResultState.Active
        ? new Figure(
            "Pace",
            WordOf(numbers.Pace) + (numbers.IsRegressing ? ", worse than at the start" : ""),
            keyResult.IsGuardrail
                ? $"On track takes {Percent(PaceRule.MinAdherence)} of the periods in bound and the last one; one of the two is at risk, none of them off track."
                : $"What the measured number alone says. It is judged from {Percent(PaceRule.JudgedFrom)} expected on, by the gap.")
        : null;

    private static Figure? ConfidenceOf(KeyResult keyResult, KeyResultNumbers numbers)
    {
        if (keyResult.State is not (KeyResultState.Active or KeyResultState.Dormant or KeyResultState.Baselining))
        {
            return null;
        }

        return numbers is { Confidence: { } confidence, ConfidenceLevel: { } level, DaysSinceCheckIn: { } days }
            ? new Figure(
                "Confidence",
                $"{confidence} of 10, {level.ToString().ToLowerInvariant()}",
                $"What a person said {(days == 0 ? "today" : days == 1 ? "yesterday" : $"{days} days ago")}. High from {ConfidenceRule.High}, medium from {ConfidenceRule.Medium}; health takes the worse of pace and confidence.")
            : new Figure("Confidence", "Nobody has said yet", "A check-in says how sure a person is. Until the first one, health stands on the pace alone.");
    }

    private static Figure? ForecastOf(KeyResultSheet sheet)
    {
        var keyResult = sheet.KeyResult;
        if (KeyResultLifecycle.IsTerminal(keyResult.State))
        {
            return null;
        }

        if (Forecast.Of(keyResult, sheet.Cycle, sheet.Scope) is not { } forecast)
        {
            return keyResult.Series.Recent.Count == 0
                ? null
                : new Figure("Forecast", "Not yet", $"It takes {Forecast.MinPoints} values; there {(keyResult.Series.Recent.Count == 1 ? "is 1" : $"are {keyResult.Series.Recent.Count}")}.");
        }

        return new Figure(
            "Forecast",
            KeyResultText.Amount(decimal.Round(forecast.Value, 2), keyResult.Unit ?? ""),
            $"On {Day(Expected.EndOf(keyResult, sheet.Cycle))}, if it goes on as in its last values: the median of the slopes between the last {Forecast.MaxPoints} at most. No promise.");
    }

    private static bool IsPursued(KeyResultState state) => state is KeyResultState.Active or KeyResultState.Dormant;

    private static string WordOf(Pace pace) => pace switch
    {
        Pace.TooEarly => "Too early",
        Pace.OnTrack => "On track",
        Pace.AtRisk => "At risk",
        Pace.OffTrack => "Off track",
        _ => "Unmeasured",
    };

    private static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private static string Number(decimal? value) => value is { } known ? KeyResultText.Number(known) : "?";

    private static string Percent(decimal share) => ProgressText.Percent(new Progress(share));

    private static string Exact(decimal share) => $"{KeyResultText.Number(decimal.Round(share * 100m, 1, MidpointRounding.AwayFromZero))}%";

    private static string Points(decimal share)
    {
        var points = KeyResultText.Number(decimal.Round(share * 100m, 1, MidpointRounding.ToPositiveInfinity));
        return points == "1" ? "1 point" : $"{points} points";
    }
}
