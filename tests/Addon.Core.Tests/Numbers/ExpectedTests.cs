using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Numbers;
using Addon.Core.Scopes;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using static Addon.Core.Tests.Numbers.NumberSamples;

namespace Addon.Core.Tests.Numbers;

public sealed class ExpectedTests
{
    private static readonly Gen<int> Offsets = Gen.Choose(0, 75);

    /// <summary>Key results with up to four phases in some order of days, monotone in value, a due day or none, and holidays.</summary>
    private static readonly Arbitrary<(KeyResult KeyResult, Scope Scope)> Plans = (
        from offsets in Offsets.ArrayOf()
        from values in Gen.Choose(40, 120).ArrayOf()
        from holidays in Offsets.ArrayOf()
        from due in Gen.Choose(-5, 75)
        let days = offsets.Distinct().Order().Take(4)
        let phases = days.Zip(values.OrderDescending(), (day, value) => new PhasedTarget(Monday.AddDays(day), value / 10m))
        select (
            Moving() with { Phases = new ValueList<PhasedTarget>(phases), DueOn = due < 0 ? null : Monday.AddDays(due) },
            Team with { Holidays = new ValueList<DateOnly>(holidays.Distinct().Order().Select(Monday.AddDays)) })).ToArbitrary();

    [Theory]
    [InlineData("2026-10-04", "0")]
    [InlineData("2026-10-05", "0.02")]
    [InlineData("2026-10-09", "0.1")]
    [InlineData("2026-10-11", "0.1")]
    [InlineData("2026-11-06", "0.5")]
    [InlineData("2026-12-10", "0.98")]
    [InlineData("2026-12-11", "1")]
    [InlineData("2027-01-01", "1")]
    public void Is_The_Share_Of_Working_Days_With_Today(string day, string share) =>
        Expected.On(Moving(), TenWeeks, Team, Day(day)).ShouldBe(Share(share));

    [Fact]
    public void A_Holiday_Is_No_Working_Day_Of_Either_Side()
    {
        var team = Team with { Holidays = new ValueList<DateOnly>(Enumerable.Range(0, 5).Select(Monday.AddDays).Append(Friday(6))) };

        Expected.On(Moving(), TenWeeks, team, Monday.AddDays(6)).ShouldBe(0m);
        Expected.On(Moving(), TenWeeks, team, Monday.AddDays(7)).ShouldBe(1m / 44m);
    }

    [Fact]
    public void An_Own_Due_Day_Ends_The_Way() =>
        Expected.On(Moving() with { DueOn = Friday(5) }, TenWeeks, Team, Friday(2)).ShouldBe(0.4m);

    [Theory]
    [InlineData(2, "0.125")]
    [InlineData(4, "0.25")]
    [InlineData(5, "0.5")]
    [InlineData(6, "0.75")]
    [InlineData(8, "0.875")]
    [InlineData(10, "1")]
    public void Between_Phased_Targets_It_Is_A_Straight_Line(int week, string share)
    {
        // From 12: 10 after four weeks, 6 after six, 4 after ten.
        var keyResult = Moving() with { Phases = new ValueList<PhasedTarget>([new(Friday(4), 10), new(Friday(6), 6), new(Friday(10), 4)]) };

        Expected.On(keyResult, TenWeeks, Team, Friday(week)).ShouldBe(Share(share));
    }

    [Fact]
    public void A_Single_Phase_At_The_End_Is_The_Straight_Line() => Prop
        .ForAll(Offsets.ToArbitrary(), offset =>
        {
            var phased = Moving() with { Phases = new ValueList<PhasedTarget>([new(TenWeeks.End, 4)]) };
            return Expected.On(phased, TenWeeks, Team, Monday.AddDays(offset)) == Expected.On(Moving(), TenWeeks, Team, Monday.AddDays(offset));
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_Time_Without_Working_Days_Expects_All_Of_It_On_The_Last_Day()
    {
        var weekend = new Cycle { Id = CycleId.New(), Name = "Weekend", Start = Monday.AddDays(5), End = Monday.AddDays(6) };

        Expected.On(Moving(), weekend, Team, weekend.Start).ShouldBe(0m);
        Expected.On(Moving(), weekend, Team, weekend.End).ShouldBe(1m);
    }

    [Fact]
    public void Never_Falls_And_Stays_Between_Zero_And_One() => Prop
        .ForAll(Plans, plan =>
        {
            var shares = Enumerable.Range(-3, 85).Select(n => Expected.On(plan.KeyResult, TenWeeks, plan.Scope, Monday.AddDays(n))).ToList();
            return shares.TrueForAll(s => s is >= 0m and <= 1m) && shares.SequenceEqual(shares.Order()) && shares[^1] == 1m;
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Reaches_Each_Phased_Target_On_Its_Day() => Prop
        .ForAll(Plans, plan => plan.KeyResult.Phases
            .Where(p => p.Day < Expected.EndOf(plan.KeyResult, TenWeeks))
            .All(p => Expected.On(plan.KeyResult, TenWeeks, plan.Scope, p.Day) == Progress.Of(12, 4, p.Value).Raw))
        .QuickCheckThrowOnFailure();

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static decimal Share(string share) => decimal.Parse(share, System.Globalization.CultureInfo.InvariantCulture);
}
