using Addon.Core.KeyResults;
using Addon.Core.Numbers;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using static Addon.Core.Tests.Numbers.NumberSamples;

namespace Addon.Core.Tests.Numbers;

public sealed class SeriesRulesTests
{
    private const string Berlin = "Europe/Berlin";

    private static readonly KeyResult Number = Moving();

    [Fact]
    public void The_Current_Value_Was_Measured_Last_And_Of_Equals_Recorded_Last()
    {
        KeyResultValue[] values = [Number.Value(Noon(Friday(3)), 9), Number.Value(Noon(Friday(2)), 10), Number.Value(Noon(Friday(3)), 8), Number.Value(Noon(Friday(1)), 11)];

        Summarize(Number, values).Recent.Select(p => p.Value).ShouldBe([11, 10, 9, 8]);
    }

    [Fact]
    public void A_Corrected_Value_Does_Not_Count_Nor_Does_A_Corrected_Correction()
    {
        var typo = Number.Value(Noon(Friday(1)), 110);
        var second = Number.Value(Noon(Friday(1)), 1, corrects: typo);
        var third = Number.Value(Noon(Friday(1)), 11, corrects: second);

        Summarize(Number, [typo, Number.Value(Noon(Friday(2)), 10), second, third]).Recent.Select(p => p.Value).ShouldBe([11, 10]);
    }

    [Fact]
    public void Of_Two_Corrections_Of_One_Value_The_Last_Recorded_Counts()
    {
        var typo = Number.Value(Noon(Friday(1)), 110);

        Summarize(Number, [typo, Number.Value(Noon(Friday(1)), 12, corrects: typo), Number.Value(Noon(Friday(1)), 11, corrects: typo)])
            .Recent.Select(p => p.Value).ShouldBe([11]);
    }

    [Fact]
    public void Thirteen_Points_Are_Kept() =>
        Summarize(Number, [.. Enumerable.Range(1, 20).Select(n => Number.Value(Noon(Monday).AddDays(n), n))]).Recent.Select(p => p.Value).ShouldBe(Enumerable.Range(8, 13).Select(n => (decimal)n));

    [Fact]
    public void Only_A_Guardrail_Has_Periods() => Summarize(Number, [Number.Value(Noon(Monday), 9)]).PeriodsWithValue.ShouldBe(0);

    [Fact]
    public void A_Guardrail_Without_Values_Has_No_Period_Yet() => Summarize(Guardrail(), []).ShouldBe(SeriesSummary.Empty);

    [Theory]
    [InlineData(KeyResultDirection.KeepAtLeast, 10, true)]
    [InlineData(KeyResultDirection.KeepAtLeast, 9, false)]
    [InlineData(KeyResultDirection.KeepAtLeast, 21, true)]
    [InlineData(KeyResultDirection.KeepAtMost, 20, true)]
    [InlineData(KeyResultDirection.KeepAtMost, 21, false)]
    [InlineData(KeyResultDirection.KeepAtMost, 9, true)]
    [InlineData(KeyResultDirection.KeepBetween, 9, false)]
    [InlineData(KeyResultDirection.KeepBetween, 10, true)]
    [InlineData(KeyResultDirection.KeepBetween, 20, true)]
    [InlineData(KeyResultDirection.KeepBetween, 21, false)]
    public void Bounds_Are_Inclusive(KeyResultDirection direction, int value, bool inBound)
    {
        var guardrail = Guardrail() with { Direction = direction, Low = 10, High = 20 };

        Summarize(guardrail, [guardrail.Value(Noon(Monday), value)]).LastPeriodInBound.ShouldBe(inBound);
    }

    [Fact]
    public void The_Last_Value_Of_A_Week_Decides_And_A_Week_Without_One_Is_No_Period()
    {
        var guardrail = Guardrail();
        KeyResultValue[] values =
        [
            guardrail.Value(Noon(Monday), 99m), guardrail.Value(Noon(Friday(1)), 99.95m),
            guardrail.Value(Noon(Friday(3)), 99.9m), guardrail.Value(Noon(Friday(3).AddDays(2)), 99.8m),
        ];

        Summarize(guardrail, values).ShouldSatisfyAllConditions(
            s => s.PeriodsWithValue.ShouldBe(2),
            s => s.PeriodsInBound.ShouldBe(1),
            s => s.LastPeriodInBound.ShouldBe(false));
    }

    [Theory]
    [InlineData(KeyResultPeriod.Day, 4)]
    [InlineData(KeyResultPeriod.None, 3)]
    [InlineData(KeyResultPeriod.Week, 3)]
    [InlineData(KeyResultPeriod.Month, 2)]
    public void Periods_Are_Days_Weeks_From_Monday_Or_Months(KeyResultPeriod per, int periods)
    {
        var guardrail = Guardrail() with { Per = per };
        DateOnly[] days = [new(2026, 10, 30), new(2026, 11, 1), new(2026, 11, 2), new(2026, 11, 9)];

        Summarize(guardrail, [.. days.Select(d => guardrail.Value(Noon(d), 100))]).PeriodsWithValue.ShouldBe(periods);
    }

    [Theory]
    [InlineData(Berlin, 1)]
    [InlineData("UTC", 2)]
    public void Periods_Begin_And_End_In_The_Scopes_Zone(string zone, int periods)
    {
        // Half past eleven on Sunday evening in UTC is Monday in Berlin.
        var guardrail = Guardrail();
        var sundayNight = new DateTimeOffset(2026, 10, 11, 23, 30, 0, TimeSpan.Zero);

        SeriesRules.Summarize(guardrail, [guardrail.Value(sundayNight, 100), guardrail.Value(sundayNight.AddDays(1), 100)], zone).PeriodsWithValue.ShouldBe(periods);
    }

    [Fact]
    public void While_It_Runs_The_Present_Bounds_Judge_And_Once_It_Ended_The_Original_Ones()
    {
        var eased = Guardrail() with { Low = 99m };
        KeyResultValue[] values = [eased.Value(Noon(Friday(1)), 99.5m), eased.Value(Noon(Friday(2)), 99.9m)];

        Summarize(eased, values).PeriodsInBound.ShouldBe(2);
        Summarize(eased with { State = KeyResultState.Achieved }, values).PeriodsInBound.ShouldBe(1);
    }

    [Fact]
    public void The_Order_Of_Arrival_Does_Not_Matter_When_No_Two_Were_Measured_At_Once() => Prop
        .ForAll(Arrivals.ToArbitrary(), arrivals => Summarize(Guardrail(), arrivals.Shuffled).Equals(Summarize(Guardrail(), arrivals.InOrder)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_Guardrail_Keeps_Between_None_And_All_Of_Its_Periods() => Prop
        .ForAll(Arrivals.ToArbitrary(), arrivals =>
        {
            var summary = Summarize(Guardrail(), arrivals.Shuffled);
            var adherence = KeyResultNumbers.Of(Guardrail() with { Series = summary }, TenWeeks, Team, Noon(Friday(5))).Adherence;
            return summary.PeriodsInBound <= summary.PeriodsWithValue
                && summary.PeriodsWithValue <= arrivals.InOrder.Length
                && (arrivals.InOrder.Length == 0 ? adherence is null : adherence is >= 0m and <= 1m);
        })
        .QuickCheckThrowOnFailure();

    /// <summary>Values of distinct hours, some of them corrected by a value of the same hour, in the order of hours and in any order.</summary>
    private static Gen<(KeyResultValue[] InOrder, KeyResultValue[] Shuffled)> Arrivals =>
        from hours in Gen.Choose(0, 1600).ArrayOf()
        let values = hours.Distinct().Order().SelectMany(WithCorrections).ToArray()
        from shuffled in Gen.Shuffle(values)
        select (values, shuffled);

    private static IEnumerable<KeyResultValue> WithCorrections(int hour)
    {
        var at = Noon(Monday).AddHours(hour);
        KeyResultValue? earlier = null;
        for (var correction = 0; correction <= hour % 3; correction++)
        {
            earlier = Number.Value(at, 99.8m + (hour % 3 * 0.1m) + (correction * 0.05m), corrects: earlier);
            yield return earlier;
        }
    }

    private static SeriesSummary Summarize(KeyResult keyResult, KeyResultValue[] values) => SeriesRules.Summarize(keyResult, values, Berlin);
}
