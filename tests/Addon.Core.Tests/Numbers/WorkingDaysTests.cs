using Addon.Core.Numbers;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Addon.Core.Tests.Numbers;

public sealed class WorkingDaysTests
{
    private static readonly Gen<DateOnly> Days = Gen.Choose(0, 800).Select(n => new DateOnly(2025, 12, 1).AddDays(n));

    private static readonly Arbitrary<(DateOnly First, DateOnly Last, DateOnly[] Holidays)> Spans =
        (from first in Days from last in Days from holidays in Days.ArrayOf() select (first, last, holidays)).ToArbitrary();

    [Fact]
    public void The_Count_Is_The_One_That_Looks_At_Every_Day() => Prop
        .ForAll(Spans, s => new WorkingDays(s.Holidays).Count(s.First, s.Last) == CountSlowly(s.First, s.Last, s.Holidays))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void The_Last_Quarter_Of_2026_Has_66_Weekdays() => new WorkingDays([]).Count(new(2026, 10, 1), new(2026, 12, 31)).ShouldBe(66);

    [Fact]
    public void A_Holiday_Counts_Once_And_Not_On_A_Weekend()
    {
        DateOnly christmas = new(2026, 12, 25), boxing = new(2026, 12, 26);

        new WorkingDays([christmas, boxing, christmas]).Count(new(2026, 12, 21), new(2026, 12, 27)).ShouldBe(4);
    }

    [Fact]
    public void A_Span_The_Wrong_Way_Round_Has_None() => new WorkingDays([]).Count(new(2026, 10, 9), new(2026, 10, 5)).ShouldBe(0);

    [Fact]
    public void Only_A_Week_Without_Any_Working_Day_Is_A_Holiday_Week()
    {
        var monday = NumberSamples.Monday;
        var week = Enumerable.Range(0, 5).Select(monday.AddDays).ToList();

        new WorkingDays(week).CountInHolidayWeeks(monday.AddDays(-3), monday.AddDays(9)).ShouldBe(7);
        new WorkingDays(week).CountInHolidayWeeks(monday.AddDays(1), monday.AddDays(3)).ShouldBe(2);
        new WorkingDays(week.Skip(1)).CountInHolidayWeeks(monday.AddDays(-3), monday.AddDays(9)).ShouldBe(0);
    }

    [Fact]
    public void Days_In_Holiday_Weeks_Are_Those_That_One_Would_Find_Day_By_Day() => Prop
        .ForAll(Spans, Gen.Choose(0, 60).ArrayOf().ToArbitrary(), (s, weeks) =>
        {
            DateOnly[] holidays = [.. s.Holidays, .. weeks.SelectMany(w => Enumerable.Range(0, 5).Select(d => new DateOnly(2025, 12, 1).AddDays((w * 7) + d)))];
            return new WorkingDays(holidays).CountInHolidayWeeks(s.First, s.Last) == EachDay(s.First.AddDays(1), s.Last).Count(d => IsInHolidayWeek(d, holidays));
        })
        .QuickCheckThrowOnFailure();

    private static bool IsInHolidayWeek(DateOnly day, DateOnly[] holidays)
    {
        var monday = WorkingDays.MondayOf(day);
        monday.DayOfWeek.ShouldBe(DayOfWeek.Monday);
        return Enumerable.Range(0, 5).All(d => holidays.Contains(monday.AddDays(d)));
    }

    private static int CountSlowly(DateOnly first, DateOnly last, DateOnly[] holidays) =>
        EachDay(first, last).Count(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(d));

    private static IEnumerable<DateOnly> EachDay(DateOnly first, DateOnly last)
    {
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            yield return day;
        }
    }
}
