using Addon.Core.Common;
using Addon.Core.KeyResults;
using Addon.Core.Numbers;
using Shouldly;
using Xunit;
using static Addon.Core.Tests.Numbers.NumberSamples;

namespace Addon.Core.Tests.Numbers;

public sealed class StalenessRuleTests
{
    [Theory]
    [InlineData(0, Staleness.Fresh)]
    [InlineData(10, Staleness.Fresh)]
    [InlineData(11, Staleness.Stale)]
    [InlineData(17, Staleness.Stale)]
    [InlineData(18, Staleness.Neglected)]
    [InlineData(24, Staleness.Neglected)]
    [InlineData(25, Staleness.Abandoned)]
    [InlineData(400, Staleness.Abandoned)]
    public void Each_Word_Begins_After_Its_Last_Day(int days, Staleness staleness) => StalenessRule.Of(days).ShouldBe(staleness);

    [Fact]
    public void Days_Are_The_Scopes_Own()
    {
        // From five minutes before midnight in Berlin to ten after: the next day there, the same day in UTC.
        var evening = new DateTimeOffset(2026, 10, 5, 21, 55, 0, TimeSpan.Zero);

        StalenessRule.AgeInDays(evening, evening.AddMinutes(15), Team).ShouldBe(1);
        StalenessRule.AgeInDays(evening, evening.AddMinutes(15), Team with { TimeZone = "UTC" }).ShouldBe(0);
    }

    [Fact]
    public void A_Holiday_Week_Does_Not_Age_It_But_Single_Holidays_Do()
    {
        var week = Enumerable.Range(7, 5).Select(Monday.AddDays).ToList();
        var off = Team with { Holidays = new ValueList<DateOnly>(week) };
        var bridged = Team with { Holidays = new ValueList<DateOnly>(week.Take(4)) };

        StalenessRule.AgeInDays(Noon(Friday(1)), Noon(Friday(3)), Team).ShouldBe(14);
        StalenessRule.AgeInDays(Noon(Friday(1)), Noon(Friday(3)), off).ShouldBe(7);
        StalenessRule.AgeInDays(Noon(Friday(1)), Noon(Friday(3)), bridged).ShouldBe(14);
    }

    [Fact]
    public void A_Check_In_From_The_Future_Is_Of_Today() => StalenessRule.AgeInDays(Noon(Friday(2)), Noon(Friday(1)), Team).ShouldBe(0);

    [Fact]
    public void Silence_Counts_From_The_Last_Check_In_Else_From_Activation()
    {
        var silent = Moving().At(8);

        KeyResultNumbers.Of(silent, TenWeeks, Team, Noon(Monday.AddDays(11))).ShouldSatisfyAllConditions(
            n => n.Staleness.ShouldBe(Staleness.Stale),
            n => n.SilentDays.ShouldBe(11),
            n => n.DaysSinceCheckIn.ShouldBeNull());
        KeyResultNumbers.Of(silent.CheckedIn(Monday.AddDays(5), 7), TenWeeks, Team, Noon(Monday.AddDays(11))).ShouldSatisfyAllConditions(
            n => n.Staleness.ShouldBe(Staleness.Fresh),
            n => n.SilentDays.ShouldBe(6),
            n => n.DaysSinceCheckIn.ShouldBe(6));
    }

    [Fact]
    public void A_Value_Is_No_Check_In() =>
        KeyResultNumbers.Of(Moving().With(new SeriesPoint(Noon(Friday(3)), 8)), TenWeeks, Team, Noon(Friday(3))).Staleness.ShouldBe(Staleness.Neglected);
}
