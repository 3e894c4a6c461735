using Addon.Core.KeyResults;
using Addon.Core.Numbers;

namespace Addon.Web.KeyResultPage;

/// <summary>A row of the table of values.</summary>
/// <param name="Value">The value.</param>
/// <param name="Counts">Whether it counts, or was corrected.</param>
/// <param name="Before">The value that it corrects, or null.</param>
internal sealed record SheetValue(KeyResultValue Value, bool Counts, decimal? Before)
{
    /// <summary>Measured last first; of one instant recorded last first.</summary>
    public static IReadOnlyList<SheetValue> Of(IReadOnlyList<KeyResultValue> values)
    {
        var counting = SeriesRules.Counting(values).Select(v => v.Id).ToHashSet();
        var byId = values.ToDictionary(v => v.Id);
        return
        [
            .. values
                .Index()
                .OrderByDescending(v => v.Item.MeasuredAt)
                .ThenByDescending(v => v.Index)
                .Select(v => new SheetValue(
                    v.Item,
                    counting.Contains(v.Item.Id),
                    v.Item.Corrects is { } corrected && byId.TryGetValue(corrected, out var before) ? before.Value : null)),
        ];
    }
}
