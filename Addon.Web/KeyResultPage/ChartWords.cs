using System.Globalization;
using Addon.Core.KeyResults;

namespace Addon.Web.KeyResultPage;

/// <summary>What a chart shows, for those who hear it.</summary>
internal static class ChartWords
{
    /// <summary>A few sentences: what was measured, where it stands, where it goes.</summary>
    public static string Of(ChartSeries series)
    {
        List<string> sentences = [ValuesOf(series)];
        if (series.Targets.Count > 0)
        {
            sentences.Add(TargetOf(series.Targets[^1]));
        }

        if (series.Targets.Count > 1)
        {
            sentences.Add($"The target was moved {(series.Targets.Count == 2 ? "once" : $"{series.Targets.Count - 1} times")}.");
        }

        if (series.Forecast is { } forecast)
        {
            sentences.Add($"Going on like this it is {KeyResultText.Number(decimal.Round(forecast.Value, 2))} in the end.");
        }

        return string.Join(' ', sentences);
    }

    private static string ValuesOf(ChartSeries series)
    {
        if (series.Values.Count == 0)
        {
            return "No value yet.";
        }

        var (first, last) = (series.Values[0], series.Values[^1]);
        return series.Values.Count == 1
            ? $"One value: {KeyResultText.Number(last.Value)} on {Day(last.At, series.Zone)}."
            : $"{series.Values.Count} values from {Day(first.At, series.Zone)} to {Day(last.At, series.Zone)}, between {KeyResultText.Number(series.Values.Min(v => v.Value))} and {KeyResultText.Number(series.Values.Max(v => v.Value))}; the last is {KeyResultText.Number(last.Value)}.";
    }

    private static string TargetOf(TargetStep step) => step switch
    {
        { To: { } to } => $"The target is {KeyResultText.Number(to)}.",
        { Low: { } low, High: { } high } => $"It is to stay between {KeyResultText.Number(low)} and {KeyResultText.Number(high)}.",
        { Low: { } low } => $"It is to stay at {KeyResultText.Number(low)} at least.",
        { High: { } high } => $"It is to stay at {KeyResultText.Number(high)} at most.",
        _ => "The target is not said yet.",
    };

    private static string Day(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
