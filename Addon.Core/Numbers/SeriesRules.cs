using Addon.Core.Common;
using Addon.Core.KeyResults;

namespace Addon.Core.Numbers;

/// <summary>What a series of values comes to.</summary>
public static class SeriesRules
{
    /// <summary>The summary of a whole series.</summary>
    /// <param name="keyResult">Whose bounds and period are judged by.</param>
    /// <param name="values">Every value in the order of recording, corrected ones too.</param>
    public static SeriesSummary Summarize(KeyResult keyResult, IReadOnlyList<KeyResultValue> values)
    {
        ArgumentNullException.ThrowIfNull(keyResult);
        var corrected = values.Where(v => v.Corrects is not null).Select(v => v.Corrects!.Value).ToHashSet();
        var points = values
            .Where(v => !corrected.Contains(v.Id))
            .OrderBy(v => v.MeasuredAt)
            .Select(v => new SeriesPoint(v.MeasuredAt, v.Value))
            .TakeLast(SeriesSummary.MostRecent);
        return SeriesSummary.Empty with { Recent = new ValueList<SeriesPoint>(points) };
    }
}
