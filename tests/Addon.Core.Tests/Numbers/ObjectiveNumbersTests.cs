using Addon.Core.KeyResults;
using Addon.Core.Numbers;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using static Addon.Core.Tests.Numbers.NumberSamples;

namespace Addon.Core.Tests.Numbers;

public sealed class ObjectiveNumbersTests
{
    private static readonly DateOnly Today = Friday(5);

    private static readonly KeyResult OnTrack = Moving().At(8).CheckedIn(Today, 8);

    private static readonly KeyResult AtRisk = Moving().At(10).CheckedIn(Today, 8);

    private static readonly KeyResult OffTrack = Moving().At(12).CheckedIn(Today, 8);

    private static readonly KeyResult Unmeasured = Moving().CheckedIn(Today, 8);

    private static readonly KeyResult Stale = Moving().At(6).CheckedIn(Monday, 8);

    /// <summary>Active, and due so late that it is too early.</summary>
    private static readonly KeyResult TooEarly = Moving() with { DueOn = Today.AddDays(400), ActivatedAt = Noon(Today) };

    [Fact]
    public void Progress_Is_The_Mean_By_Weight_Of_What_Is_Measured()
    {
        var numbers = Of(OnTrack with { Weight = 3 }, AtRisk, Unmeasured with { Weight = 50 });

        numbers.Progress.ShouldBe(0.4375m); // (3 x 50 % + 1 x 25 %) / 4
        numbers.Measured.ShouldBe(2);
        numbers.Total.ShouldBe(3);
    }

    [Fact]
    public void A_Guardrail_Counts_By_What_It_Kept() => Of(OnTrack, Guardrail().Kept(9, 10, true)).Progress.ShouldBe(0.7m);

    [Fact]
    public void Ended_Ones_Count_And_Killed_And_Dormant_Ones_Do_Not()
    {
        var numbers = Of(
            OnTrack,
            OnTrack.At(4) with { State = KeyResultState.Achieved },
            OnTrack.At(10) with { State = KeyResultState.Missed },
            OnTrack.At(4) with { State = KeyResultState.Killed },
            OnTrack.At(4) with { State = KeyResultState.Dormant },
            OnTrack with { State = KeyResultState.Draft },
            OnTrack with { State = KeyResultState.Baselining });

        numbers.Progress.ShouldBe((0.5m + 1m + 0.25m) / 3m);
        numbers.Measured.ShouldBe(3);
        numbers.Total.ShouldBe(3);
        numbers.Counts.Select(c => (c.Health, c.Count)).ShouldBe(
        [
            (Health.OnTrack, 1), (Health.Achieved, 1), (Health.Missed, 1), (Health.Killed, 1), (Health.Dormant, 1), (Health.Baselining, 1), (Health.Draft, 1),
        ]);
    }

    [Fact]
    public void Nothing_Measured_Is_No_Progress()
    {
        Of(Unmeasured).Progress.ShouldBeNull();
        Of().ShouldSatisfyAllConditions(
            n => n.Progress.ShouldBeNull(),
            n => n.Health.ShouldBeNull(),
            n => n.Counts.ShouldBeEmpty(),
            n => n.Explanation.ShouldBe("Not judged: no key result is active; 0 of 0 key results measured."));
    }

    [Fact]
    public void The_Worst_Active_One_Decides()
    {
        Of(OnTrack, AtRisk, OffTrack, Unmeasured, TooEarly).Health.ShouldBe(Health.OffTrack);
        Of(OnTrack, AtRisk, Unmeasured, TooEarly).Health.ShouldBe(Health.AtRisk);
        Of(OnTrack, Unmeasured, TooEarly).Health.ShouldBe(Health.Unmeasured);
        Of(OnTrack, TooEarly).Health.ShouldBe(Health.TooEarly);
        Of(OnTrack, OffTrack with { State = KeyResultState.Missed }).Health.ShouldBe(Health.OnTrack);
    }

    [Fact]
    public void Without_An_Active_One_There_Is_No_Health() =>
        Of(OnTrack with { State = KeyResultState.Achieved }, OnTrack with { State = KeyResultState.Draft }).Health.ShouldBeNull();

    [Fact]
    public void A_Stale_One_Is_Never_Green_And_Half_The_Weight_Makes_All_Stale()
    {
        Of(OnTrack with { Weight = 2 }, Stale).Health.ShouldBe(Health.AtRisk);
        Of(OffTrack with { Weight = 2 }, Stale).Health.ShouldBe(Health.OffTrack);
        Of(OnTrack, OnTrack, Stale with { Weight = 2 }).Health.ShouldBe(Health.Stale);
        Of(OffTrack, Stale).Health.ShouldBe(Health.Stale);
        Of(OnTrack with { Weight = 99 }, OnTrack with { Weight = 100, State = KeyResultState.Achieved }, Stale with { Weight = 100 }).Health.ShouldBe(Health.Stale);
    }

    [Fact]
    public void Chips_Come_Worst_First() =>
        Of(OnTrack, TooEarly, Unmeasured, Stale, AtRisk, OffTrack, OnTrack).Counts.Select(c => (c.Health, c.Count)).ShouldBe(
        [
            (Health.OffTrack, 1), (Health.AtRisk, 1), (Health.Stale, 1), (Health.Unmeasured, 1), (Health.TooEarly, 1), (Health.OnTrack, 2),
        ]);

    [Fact]
    public void Is_Told_With_Rule_And_Numbers()
    {
        Of(OnTrack, AtRisk, Unmeasured).Explanation.ShouldBe("At risk: the worst of 3 active key results; 37.5% of the way by weight, 2 of 3 key results measured.");
        Of(OnTrack with { Weight = 2 }, Stale).Explanation.ShouldStartWith("At risk: the worst of 2 active key results, a stale one taken as at risk; ");
        Of(OnTrack, Stale with { Weight = 3 }).Explanation.ShouldStartWith("Stale: 75% of the weight is stale (50% or more is stale); ");
    }

    [Fact]
    public void Progress_Lies_Between_The_Least_And_The_Most_And_Ignores_The_Order() => Prop
        .ForAll((from values in Gen.Choose(300, 1300).ArrayOf() from weights in Gen.Choose(1, 100).ArrayOf() select (values, weights)).ToArbitrary(), t =>
        {
            var keyResults = t.values.Zip(t.weights, (value, weight) => OnTrack.At(value / 100m) with { Weight = weight }).ToArray();
            var counted = keyResults.Select(k => k.Progress!.Value.Counted).ToList();
            var progress = Of(keyResults).Progress;
            return keyResults.Length == 0
                ? progress is null
                : progress >= counted.Min() - 0.000_001m && progress <= counted.Max() + 0.000_001m && progress == Of([.. keyResults.Reverse()]).Progress;
        })
        .QuickCheckThrowOnFailure();

    private static ObjectiveNumbers Of(params KeyResult[] keyResults) =>
        ObjectiveNumbers.Of(keyResults.Select(k => (k, KeyResultNumbers.Of(k, TenWeeks, Team, Noon(Today)))));
}
