using Addon.Core.KeyResults;
using Addon.Core.Numbers;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using static Addon.Core.Tests.Numbers.NumberSamples;

namespace Addon.Core.Tests.Numbers;

public sealed class KeyResultNumbersTests
{
    [Fact]
    public void A_Number_On_Its_Way_Is_Told_With_Rule_And_Numbers()
    {
        var numbers = Of(Moving().At(9).CheckedIn(Friday(4).AddDays(-3), 7), Friday(4));

        numbers.ShouldSatisfyAllConditions(
            n => n.Progress!.Value.Raw.ShouldBe(0.375m),
            n => n.Counted.ShouldBe(0.375m),
            n => n.Adherence.ShouldBeNull(),
            n => n.Expected.ShouldBe(0.4m),
            n => n.Gap.ShouldBe(0.025m),
            n => n.IsRegressing.ShouldBeFalse(),
            n => n.Confidence.ShouldBe(7),
            n => n.DaysSinceCheckIn.ShouldBe(3),
            n => n.Health.ShouldBe(Health.OnTrack),
            n => n.Explanation.ShouldBe(
                "On track: 37.5% of the way, 40% expected by now (gap 2.5 points, up to 10 is on track); confidence 7 of 10 is on track, checked in 3 days ago."));
    }

    [Fact]
    public void More_Than_The_Target_Counts_As_The_Target()
    {
        var numbers = Of(Moving().At(3).CheckedIn(Friday(4), 9), Friday(4));

        numbers.Progress!.Value.Raw.ShouldBe(1.125m);
        numbers.Counted.ShouldBe(1m);
        numbers.Explanation.ShouldBe(
            "On track: 112.5% of the way, counted as 100%, 40% expected by now (60 points ahead); confidence 9 of 10 is on track, checked in today.");
    }

    [Fact]
    public void Worse_Than_At_The_Start_Is_Regressing()
    {
        var numbers = Of(Moving().At(14).CheckedIn(Friday(4), 8), Friday(4));

        numbers.IsRegressing.ShouldBeTrue();
        numbers.Counted.ShouldBe(0m);
        numbers.Explanation.ShouldBe(
            "Off track: -25% of the way, worse than at the start and counted as 0%, 40% expected by now (gap 40 points, more than 25 is off track); confidence 8 of 10 is on track, checked in today.");
    }

    [Fact]
    public void The_Worse_Of_Pace_And_Confidence_Decides()
    {
        Of(Moving().At(9).CheckedIn(Friday(4), 5), Friday(4)).Explanation.ShouldBe(
            "At risk: 37.5% of the way, 40% expected by now (gap 2.5 points, up to 10 is on track); confidence 5 of 10 is at risk, checked in today.");
        Of(Moving().At(10).CheckedIn(Friday(4).AddDays(-1), 8), Friday(4)).Explanation.ShouldBe(
            "At risk: 25% of the way, 40% expected by now (gap 15 points, more than 10 is at risk); confidence 8 of 10 is on track, checked in 1 day ago.");
    }

    [Fact]
    public void A_Gap_Just_Beyond_A_Limit_Does_Not_Read_Like_The_Limit() =>
        Of(Moving().At(9.6001m).CheckedIn(Friday(4), 8), Friday(4)).Explanation.ShouldContain("(gap 10.1 points, more than 10 is at risk)");

    [Fact]
    public void Early_On_Only_Confidence_Speaks()
    {
        Of(Moving(), Friday(1)).Explanation.ShouldBe("Too early: pace is judged from 15% on, 10% is expected by now; no check-in yet.");
        Of(Moving().CheckedIn(Monday, 2), Friday(1)).Explanation.ShouldBe(
            "Off track: pace is judged from 15% on, 10% is expected by now; confidence 2 of 10 is off track, checked in 4 days ago.");
    }

    [Fact]
    public void Confidence_Does_Not_Stand_In_For_A_Value()
    {
        Of(Moving().CheckedIn(Friday(4), 10), Friday(4)).Explanation.ShouldBe(
            "Unmeasured: no value yet, though 40% is expected by now (one is due from 15% on); confidence 10 of 10 is on track, checked in today.");
    }

    [Fact]
    public void Silence_Is_Told_With_Its_Days()
    {
        var silent = Moving().At(4).CheckedIn(Monday, 10);

        Of(silent, Monday.AddDays(12)).Explanation.ShouldBe(
            "Stale: the last check-in was 12 days ago (more than 10 days, one missed); silence is never green, whatever pace and confidence say.");
        Of(silent, Monday.AddDays(18)).Explanation.ShouldStartWith("Stale, neglected: the last check-in was 18 days ago (more than 17 days, two missed)");
        Of(Moving().At(4), Monday.AddDays(25)).Explanation.ShouldStartWith(
            "Stale, abandoned: no check-in in the 25 days that count since it became active (more than 24 days, three missed)");
    }

    [Fact]
    public void A_Holiday_Week_Is_Told_Apart()
    {
        var team = Team with { Holidays = new(Enumerable.Range(7, 5).Select(Monday.AddDays)) };

        KeyResultNumbers.Of(Moving().At(4).CheckedIn(Monday, 10), TenWeeks, team, Noon(Monday.AddDays(19))).Explanation.ShouldStartWith(
            "Stale: the last check-in was 19 days ago, 12 days without holiday weeks (more than 10 days, one missed)");
    }

    [Theory]
    [InlineData(5, 6, true, Health.AtRisk, "in bound in 5 of 6 weeks with a value (83.3%), the last one in bound")]
    [InlineData(9, 10, false, Health.AtRisk, "in bound in 9 of 10 weeks with a value (90%), the last one out of bound")]
    [InlineData(5, 6, false, Health.OffTrack, "in bound in 5 of 6 weeks with a value (83.3%), the last one out of bound")]
    [InlineData(6, 6, true, Health.OnTrack, "in bound in 6 of 6 weeks with a value (100%), the last one in bound")]
    public void A_Guardrail_Is_Judged_By_Its_Periods(int inBound, int periods, bool last, Health health, string text)
    {
        var numbers = Of(Guardrail().Kept(inBound, periods, last).CheckedIn(Friday(6), 8), Friday(6));

        numbers.ShouldSatisfyAllConditions(
            n => n.Progress.ShouldBeNull(),
            n => n.Gap.ShouldBeNull(),
            n => n.Adherence.ShouldBe((decimal)inBound / periods),
            n => n.Counted.ShouldBe(n.Adherence),
            n => n.Health.ShouldBe(health),
            n => n.Explanation.ShouldContain(text),
            n => n.Explanation.ShouldContain("(on track takes 90% and the last one, at risk one of the two)"));
    }

    [Fact]
    public void A_Guardrail_Without_A_Value_Speaks_Of_Time() =>
        Of(Guardrail().CheckedIn(Friday(4), 8), Friday(4)).Explanation.ShouldStartWith("Unmeasured: no value yet, though 40% of the time is over by now");

    [Theory]
    [InlineData("12", Health.AtRisk, true)]
    [InlineData("10", Health.OnTrack, true)]
    [InlineData("8", Health.OnTrack, false)]
    public void A_Lift_Is_One_Step(string value, Health health, bool lifted)
    {
        var keyResult = Moving().At(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)).CheckedIn(Friday(3), 9) with { Lift = new(Samples.Person, Noon(Friday(4)), "The fix is live.") };

        var numbers = Of(keyResult, Friday(4));

        numbers.Health.ShouldBe(health);
        numbers.IsLifted.ShouldBe(lifted);
        numbers.Explanation.Contains("a person lifted it one step from", StringComparison.Ordinal).ShouldBe(lifted);
    }

    [Fact]
    public void A_Lift_Is_Told_With_What_It_Lifts_From() =>
        Of(Moving().At(10).CheckedIn(Friday(3), 9) with { Lift = new(Samples.Person, Noon(Friday(4)), "The fix is live.") }, Friday(4)).Explanation.ShouldEndWith(
            "; a person lifted it one step from at risk until the next check-in.");

    [Fact]
    public void A_Lift_Ends_With_The_Next_Check_In()
    {
        var lift = new HealthLift(Samples.Person, Noon(Friday(4)), "The fix is live.");

        Of(Moving().At(10) with { Lift = lift, ActivatedAt = Noon(Friday(4)) }, Friday(4)).IsLifted.ShouldBeTrue();
        Of(Moving().At(10).CheckedIn(Friday(4), 9) with { Lift = lift }, Friday(4)).IsLifted.ShouldBeFalse();
    }

    [Fact]
    public void A_Lift_Touches_No_Silence_No_Missing_Value_And_No_End()
    {
        var lift = new HealthLift(Samples.Person, Noon(Friday(5)), "The fix is live.");

        Of(Moving().At(12).CheckedIn(Monday, 9) with { Lift = lift }, Friday(5)).Health.ShouldBe(Health.Stale);
        Of(Moving().CheckedIn(Friday(4), 9) with { Lift = lift }, Friday(5)).Health.ShouldBe(Health.Unmeasured);
        Of(Moving().At(12) with { Lift = lift, State = KeyResultState.Missed }, Friday(5)).Health.ShouldBe(Health.Missed);
    }

    [Theory]
    [InlineData(KeyResultState.Draft, Health.Draft, "Draft: it is not active yet, so nothing is judged.")]
    [InlineData(KeyResultState.Baselining, Health.Baselining, "Baselining: where it starts is still being measured (day 5 of at most 28), so there is no progress yet.")]
    [InlineData(KeyResultState.Dormant, Health.Dormant, "Dormant since 2026-10-05: it counts nowhere until it is revived.")]
    [InlineData(KeyResultState.Achieved, Health.Achieved, "Achieved on 2026-10-05: 50% of the way by the original target.")]
    [InlineData(KeyResultState.Missed, Health.Missed, "Missed on 2026-10-05: 50% of the way by the original target.")]
    [InlineData(KeyResultState.Killed, Health.Killed, "Killed on 2026-10-05: it counts nowhere any more.")]
    public void What_Is_Not_Active_Has_Its_Own_Word_However_Silent(KeyResultState state, Health health, string explanation)
    {
        var at = Noon(Monday);
        var keyResult = Moving().At(8) with { State = state, BaseliningSince = at, DormantSince = at, EndedAt = at, ActivatedAt = at.AddDays(-100) };

        var numbers = Of(keyResult, Friday(1));

        numbers.Health.ShouldBe(health);
        numbers.Staleness.ShouldBe(Staleness.Fresh);
        numbers.Explanation.ShouldBe(explanation);
        numbers.Counted.HasValue.ShouldBe(state is KeyResultState.Achieved or KeyResultState.Missed);
    }

    [Fact]
    public void An_End_Is_Measured_By_What_Was_Promised_At_First()
    {
        // Promised from 12 to 4, eased to 8 on the way, ended at 8.
        var eased = Moving().At(8) with { To = 8 };

        Of(eased, Friday(4)).Counted.ShouldBe(1m);
        FinalScore.Of(eased).ShouldBeNull();
        FinalScore.Of(eased with { State = KeyResultState.Achieved }).ShouldBe(0.5m);
        Of(eased with { State = KeyResultState.Achieved }, Friday(4)).Counted.ShouldBe(0.5m);
        FinalScore.Of(eased with { State = KeyResultState.Achieved, Original = null }).ShouldBe(1m);
    }

    [Fact]
    public void A_Guardrail_Ends_With_What_It_Kept()
    {
        var ended = Guardrail().Kept(9, 10, last: true) with { State = KeyResultState.Achieved, EndedAt = Noon(Friday(10)) };

        FinalScore.Of(ended).ShouldBe(0.9m);
        Of(ended, Friday(10)).Explanation.ShouldBe("Achieved on 2026-12-11: in bound in 9 of 10 weeks with a value (90%) by the original bounds.");
        FinalScore.Of(Guardrail() with { State = KeyResultState.Missed }).ShouldBeNull();
    }

    [Fact]
    public void What_It_Counts_Lies_Between_Zero_And_One_And_Gap_Is_What_Is_Missing() => Prop
        .ForAll(Gen.Choose(-1000, 3000).ToArbitrary(), Gen.Choose(-5, 80).ToArbitrary(), (value, day) =>
        {
            var numbers = Of(Moving().At(value / 100m), Monday.AddDays(day));
            return numbers.Counted is >= 0m and <= 1m && numbers.Gap == numbers.Expected - numbers.Counted && numbers.Explanation.EndsWith('.');
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Health_Does_Not_Depend_On_Unit_Or_Sign() => Prop
        .ForAll(Gen.Choose(-1000, 3000).ToArbitrary(), Gen.Choose(0, 70).ToArbitrary(), Gen.Choose(1, 1000).Select(n => n % 2 == 0 ? n : -n).ToArbitrary(), (value, day, scale) =>
        {
            var one = Moving().At(value / 100m);
            var other = one.At(value * scale / 100m) with { From = one.From * scale, To = one.To * scale };
            return Of(one, Monday.AddDays(day)).Health == Of(other, Monday.AddDays(day)).Health;
        })
        .QuickCheckThrowOnFailure();

    private static KeyResultNumbers Of(KeyResult keyResult, DateOnly day) => KeyResultNumbers.Of(keyResult, TenWeeks, Team, Noon(day));
}
