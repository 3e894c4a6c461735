using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Scopes;

namespace Addon.Core.Numbers;

/// <summary>
/// Where the value will be at the end if it goes on as in its last points: the median of the slopes between all pairs of them, through the median of where such lines begin.
/// One odd point does not turn it.
/// </summary>
public static class Forecast
{
    /// <summary>Fewest points.</summary>
    public const int MinPoints = 4;

    /// <summary>Most points: what was long ago does not count.</summary>
    public const int MaxPoints = 6;

    /// <summary>The forecast for the end of the key result's last day, or null while there are too few points.</summary>
    public static SeriesPoint? Of(KeyResult keyResult, Cycle cycle, Scope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var end = EndOf(Expected.EndOf(keyResult, cycle), scope);
        return At(keyResult.Series.Recent, end) is { } value ? new SeriesPoint(end, value) : null;
    }

    /// <summary>The forecast at an instant.</summary>
    /// <param name="points">In the order of time; of several at one instant the last counts, and they are one point.</param>
    /// <param name="at">When.</param>
    /// <returns>Null with fewer than <see cref="MinPoints"/> points.</returns>
    public static decimal? At(IReadOnlyList<SeriesPoint> points, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(points);
        var last = points.GroupBy(p => p.At).Select(g => g.Last()).TakeLast(MaxPoints).ToList();
        if (last.Count < MinPoints)
        {
            return null;
        }

        var origin = last[0].At;
        var dots = last.ConvertAll(p => (X: DaysBetween(origin, p.At), Y: p.Value));
        var slope = Median(dots.SelectMany((a, i) => dots.Skip(i + 1).Select(b => (b.Y - a.Y) / (b.X - a.X))));
        return Median(dots.Select(d => d.Y - (slope * d.X))) + (slope * DaysBetween(origin, at));
    }

    /// <summary>The instant at which <paramref name="day"/> is over for <paramref name="scope"/>.</summary>
    private static DateTimeOffset EndOf(DateOnly day, Scope scope)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(scope.TimeZone);
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    private static decimal DaysBetween(DateTimeOffset start, DateTimeOffset end) => (decimal)(end - start).Ticks / TimeSpan.TicksPerDay;

    private static decimal Median(IEnumerable<decimal> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
