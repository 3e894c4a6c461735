using System.Globalization;
using Addon.Core.Common;

namespace Addon.Core.Okrs;

/// <summary>The days in which objectives are pursued.</summary>
/// <param name="Id">Our id.</param>
/// <param name="Name">Unique per tenant (<c>2026 Q4</c>).</param>
/// <param name="Start">The first day.</param>
/// <param name="End">The last day, inclusive.</param>
public sealed record Cycle(CycleId Id, string Name, DateOnly Start, DateOnly End)
{
    /// <summary>The calendar quarter that holds <paramref name="day"/>.</summary>
    public static Cycle QuarterOf(DateOnly day)
    {
        var quarter = ((day.Month - 1) / 3) + 1;
        var start = new DateOnly(day.Year, ((quarter - 1) * 3) + 1, 1);
        return new Cycle(CycleId.New(), string.Create(CultureInfo.InvariantCulture, $"{day.Year} Q{quarter}"), start, start.AddMonths(3).AddDays(-1));
    }
}
