using Addon.Core.Common;
using Addon.Core.KeyResults;

namespace Addon.Core.Numbers;

/// <summary>What a series of values comes to.</summary>
public static class SeriesRules
{
    /// <summary>The summary of a whole series.</summary>
    /// <param name="keyResult">Whose bounds and period are judged by: the original bounds once it has ended, so it is summarized again when it ends.</param>
    /// <param name="values">Every value in the order of recording, corrected ones too.</param>
    /// <param name="timeZone">The scope's zone (IANA), in which periods begin and end.</param>
    public static SeriesSummary Summarize(KeyResult keyResult, IReadOnlyList<KeyResultValue> values, string timeZone)
    {
        ArgumentNullException.ThrowIfNull(keyResult);
        var counting = Counting(values);
        var recent = new ValueList<SeriesPoint>(counting.TakeLast(SeriesSummary.MostRecent).Select(v => new SeriesPoint(v.MeasuredAt, v.Value)));
        if (!keyResult.IsGuardrail)
        {
            return SeriesSummary.Empty with { Recent = recent };
        }

        var periods = JudgePeriods(keyResult, counting, TimeZoneInfo.FindSystemTimeZoneById(timeZone));
        return new SeriesSummary(recent, periods.Count, periods.Count(inBound => inBound), periods.Count == 0 ? null : periods[^1]);
    }

    /// <summary>The values that count, in the order of measuring, equals in the order of recording.</summary>
    /// <remarks>A corrected value does not count, nor does a correction that was corrected; of several corrections of one measurement the last counts.</remarks>
    /// <param name="values">Every value in the order of recording.</param>
    public static IReadOnlyList<KeyResultValue> Counting(IReadOnlyList<KeyResultValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var corrections = values.Where(v => v.Corrects is not null).ToDictionary(v => v.Id, v => v.Corrects!.Value);
        var corrected = corrections.Values.ToHashSet();
        return
        [
            .. values
                .Where(v => !corrected.Contains(v.Id))
                .GroupBy(v => FirstOf(v.Id, corrections))
                .Select(sameMeasurement => sameMeasurement.Last())
                .Index()
                .OrderBy(v => v.Item.MeasuredAt)
                .ThenBy(v => v.Index)
                .Select(v => v.Item),
        ];
    }

    private static List<bool> JudgePeriods(KeyResult keyResult, IEnumerable<KeyResultValue> counting, TimeZoneInfo zone) =>
    [
        .. counting
            .GroupBy(v => PeriodOf(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(v.MeasuredAt, zone).DateTime), keyResult.Per))
            .Select(period => IsInBound(keyResult, period.Last().Value)),
    ];

    /// <summary>The measurement that a correction goes back to, through all corrections between.</summary>
    private static Guid FirstOf(Guid value, Dictionary<Guid, Guid> corrections)
    {
        // A value names one that was there before, so this ends; the limit holds even if a series should go in a circle.
        for (var step = 0; step < corrections.Count && corrections.TryGetValue(value, out var earlier); step++)
        {
            value = earlier;
        }

        return value;
    }

    private static DateOnly PeriodOf(DateOnly day, KeyResultPeriod per) => per switch
    {
        KeyResultPeriod.Day => day,
        KeyResultPeriod.Month => new DateOnly(day.Year, day.Month, 1),
        _ => WorkingDays.MondayOf(day),
    };

    private static bool IsInBound(KeyResult keyResult, decimal value)
    {
        var (low, high) = KeyResultLifecycle.IsTerminal(keyResult.State) && keyResult.Original is { } original
            ? (original.Low, original.High)
            : (keyResult.Low, keyResult.High);
        return keyResult.Direction switch
        {
            KeyResultDirection.KeepAtLeast => value >= low,
            KeyResultDirection.KeepAtMost => value <= high,
            _ => value >= low && value <= high,
        };
    }
}
