using Addon.Core.KeyResults;

namespace Addon.Web.KeyResultPage;

/// <summary>Fewer dots than values, with every peak and every dip where it was.</summary>
internal static class ChartThinning
{
    /// <summary>The most dots.</summary>
    public const int Most = 200;

    // Of each stretch of time its first, lowest, highest and last value.
    private const int PerStretch = 4;

    /// <summary>The points to draw, in their order: all of them as long as they are not too many.</summary>
    public static IReadOnlyList<SeriesPoint> Of(IReadOnlyList<SeriesPoint> points)
    {
        if (points.Count <= Most)
        {
            return points;
        }

        var (first, span) = (points[0].At, Math.Max(1, (points[^1].At - points[0].At).Ticks));
        return
        [
            .. points
                .Select((point, index) => (Point: point, Index: index))
                .GroupBy(p => Math.Min((Most / PerStretch) - 1, (int)((Most / PerStretch) * ((double)(p.Point.At - first).Ticks / span))))
                .SelectMany(stretch => new[] { stretch.First(), stretch.MinBy(p => p.Point.Value), stretch.MaxBy(p => p.Point.Value), stretch.Last() })
                .DistinctBy(p => p.Index)
                .OrderBy(p => p.Index)
                .Select(p => p.Point),
        ];
    }
}
