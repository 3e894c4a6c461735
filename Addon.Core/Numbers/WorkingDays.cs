using Addon.Core.Scopes;

namespace Addon.Core.Numbers;

/// <summary>The days on which a scope works: Monday to Friday without its holidays. Counted by weeks, never day by day.</summary>
public sealed class WorkingDays
{
    private const int WorkingWeek = 5;

    private const int Week = 7;

    private readonly DateOnly[] _holidays;

    /// <summary>With the holidays of one scope, in any order; those on a weekend change nothing.</summary>
    public WorkingDays(IEnumerable<DateOnly> holidays) => _holidays = [.. holidays.Where(IsWeekday).Distinct()];

    /// <summary>The working days of <paramref name="scope"/>.</summary>
    public static WorkingDays Of(Scope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return new WorkingDays(scope.Holidays);
    }

    /// <summary>The Monday of the ISO week that holds <paramref name="day"/>.</summary>
    public static DateOnly MondayOf(DateOnly day) => DateOnly.FromDayNumber(day.DayNumber - (day.DayNumber % Week));

    /// <summary>How many working days there are from <paramref name="first"/> to <paramref name="last"/>, both included; none when they are the wrong way round.</summary>
    public int Count(DateOnly first, DateOnly last) => first > last
        ? 0
        : WeekdaysBefore(last.DayNumber + 1) - WeekdaysBefore(first.DayNumber) - _holidays.Count(h => h >= first && h <= last);

    /// <summary>How many days after <paramref name="since"/> up to <paramref name="until"/> lie in weeks in which the scope does not work at all.</summary>
    public int CountInHolidayWeeks(DateOnly since, DateOnly until) => _holidays
        .GroupBy(MondayOf)
        .Where(week => week.Count() == WorkingWeek)
        .Sum(week => Overlap(since.DayNumber + 1, until.DayNumber, week.Key.DayNumber, week.Key.DayNumber + Week - 1));

    private static bool IsWeekday(DateOnly day) => day.DayNumber % Week < WorkingWeek;

    /// <summary>Weekdays among the days 0 to <paramref name="dayNumber"/> - 1; day 0, the first of year 1, is a Monday.</summary>
    private static int WeekdaysBefore(int dayNumber) => (dayNumber / Week * WorkingWeek) + Math.Min(dayNumber % Week, WorkingWeek);

    private static int Overlap(int first, int last, int otherFirst, int otherLast) =>
        Math.Max(0, Math.Min(last, otherLast) - Math.Max(first, otherFirst) + 1);
}
