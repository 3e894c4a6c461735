using System.Globalization;

namespace Addon.Web.KeyResultPage;

/// <summary>Round numbers and first days, so that a picture can be read without counting.</summary>
internal static class ChartTicks
{
    private const int Wanted = 4;

    /// <summary>From this many days on, months are enough.</summary>
    private const int MonthsFrom = 62;

    /// <summary>The widest range with round ends that holds <paramref name="low"/> and <paramref name="high"/>, and the step between its lines.</summary>
    public static (decimal Low, decimal High, decimal Step) Around(decimal low, decimal high)
    {
        if (low == high)
        {
            var room = low == 0 ? 1 : Math.Abs(low) / 10;
            (low, high) = (low - room, high + room);
        }

        var step = StepFor((high - low) / Wanted);
        return (decimal.Floor(low / step) * step, decimal.Ceiling(high / step) * step, step);
    }

    /// <summary>The days that get a line: Mondays, or the first of each month in a long time; thinned out until they fit.</summary>
    public static IEnumerable<(DateOnly Day, string Label)> Days(DateOnly first, DateOnly last, int most)
    {
        var days = (last.DayNumber - first.DayNumber >= MonthsFrom ? Months(first, last) : Mondays(first, last)).ToList();
        var every = Math.Max(1, (days.Count + most - 1) / Math.Max(1, most));
        return days.Where((_, index) => index % every == 0);
    }

    private static IEnumerable<(DateOnly Day, string Label)> Months(DateOnly first, DateOnly last)
    {
        var start = first.Day == 1 ? first : new DateOnly(first.Year, first.Month, 1).AddMonths(1);
        for (var day = start; day <= last; day = day.AddMonths(1))
        {
            yield return (day, day.ToString(day.Month == 1 ? "MMM yyyy" : "MMM", CultureInfo.InvariantCulture));
        }
    }

    private static IEnumerable<(DateOnly Day, string Label)> Mondays(DateOnly first, DateOnly last)
    {
        var toMonday = ((int)DayOfWeek.Monday - (int)first.DayOfWeek + 7) % 7;
        for (var day = first.AddDays(toMonday); day <= last; day = day.AddDays(7))
        {
            yield return (day, day.ToString("d MMM", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The next of 1, 2, 5 and their tenfolds.</summary>
    private static decimal StepFor(decimal least)
    {
        var power = (decimal)Math.Pow(10, Math.Floor(Math.Log10((double)least)));
        foreach (var factor in (IEnumerable<decimal>)[1, 2, 5])
        {
            if (factor * power >= least)
            {
                return factor * power;
            }
        }

        return 10 * power;
    }
}
