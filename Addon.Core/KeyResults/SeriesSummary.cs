using Addon.Core.Common;

namespace Addon.Core.KeyResults;

/// <summary>
/// What pages need of a series of values, computed from the whole series whenever a value, a correction or a bound changes and kept beside the key result:
/// so a panel of hundreds of key results reads no series.
/// </summary>
/// <param name="Recent">The last points that count (corrected ones do not), oldest first, at most <see cref="MostRecent"/>.</param>
/// <param name="PeriodsWithValue">For a guardrail: in how many periods something was measured.</param>
/// <param name="PeriodsInBound">In how many of them the last value was in bound.</param>
/// <param name="LastPeriodInBound">Whether the last of them was; null before the first.</param>
public sealed record SeriesSummary(ValueList<SeriesPoint> Recent, int PeriodsWithValue, int PeriodsInBound, bool? LastPeriodInBound)
{
    /// <summary>How many points are kept: a quarter of weeks.</summary>
    public const int MostRecent = 13;

    /// <summary>Of a series without a value.</summary>
    public static SeriesSummary Empty { get; } = new(ValueList<SeriesPoint>.Empty, 0, 0, null);

    /// <summary>The point that counts now: measured last, of equals recorded last. Null before the first value.</summary>
    public SeriesPoint? Current => Recent.Count == 0 ? null : Recent[^1];
}
