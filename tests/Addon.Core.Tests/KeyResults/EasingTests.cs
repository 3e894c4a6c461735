using Addon.Core.KeyResults;
using Addon.Core.Numbers;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Addon.Core.Tests.KeyResults;

public sealed class EasingTests
{
    private static readonly DateOnly Due = new(2026, 12, 1);

    [Theory]
    [InlineData(KeyResultDirection.Decrease, 12, 4, 12, 5, true, "nearer to from")]
    [InlineData(KeyResultDirection.Decrease, 12, 4, 12, 3, false, "further")]
    [InlineData(KeyResultDirection.Decrease, 12, 4, 14, 4, true, "the same value is more progress")]
    [InlineData(KeyResultDirection.Decrease, 12, 4, 10, 4, false, "the same value is less progress")]
    [InlineData(KeyResultDirection.Decrease, 12, 4, 14, 2, true, "one of both eases")]
    [InlineData(KeyResultDirection.Increase, 4, 12, 4, 11, true, "nearer to from")]
    [InlineData(KeyResultDirection.Increase, 4, 12, 4, 13, false, "further")]
    [InlineData(KeyResultDirection.Increase, 4, 12, 3, 12, true, "the same value is more progress")]
    [InlineData(KeyResultDirection.Increase, 4, 12, 5, 12, false, "the same value is less progress")]
    public void A_Moving_Target_Eases_Towards_From(KeyResultDirection direction, int from, int to, int newFrom, int newTo, bool eases, string why) =>
        Easing.Eases(direction, new(from, to, null, null, Due), new(newFrom, newTo, null, null, Due)).ShouldBe(eases, why);

    [Theory]
    [InlineData(KeyResultDirection.KeepAtLeast, 5, null, 4, null, true)]
    [InlineData(KeyResultDirection.KeepAtLeast, 5, null, 6, null, false)]
    [InlineData(KeyResultDirection.KeepAtMost, null, 5, null, 6, true)]
    [InlineData(KeyResultDirection.KeepAtMost, null, 5, null, 4, false)]
    [InlineData(KeyResultDirection.KeepBetween, 2, 5, 1, 4, true)]
    [InlineData(KeyResultDirection.KeepBetween, 2, 5, 3, 6, true)]
    [InlineData(KeyResultDirection.KeepBetween, 2, 5, 3, 4, false)]
    public void A_Guardrail_Eases_By_A_Wider_Bound(KeyResultDirection direction, int? low, int? high, int? newLow, int? newHigh, bool eases) =>
        Easing.Eases(direction, new(null, null, low, high, Due), new(null, null, newLow, newHigh, Due)).ShouldBe(eases);

    [Fact]
    public void A_Later_Day_Eases_And_An_Earlier_One_Does_Not()
    {
        var before = new Commitment(12, 4, null, null, Due);

        Easing.Eases(KeyResultDirection.Decrease, before, before with { DueOn = Due.AddDays(1) }).ShouldBeTrue();
        Easing.Eases(KeyResultDirection.Decrease, before, before with { DueOn = Due.AddDays(-1) }).ShouldBeFalse();
        Easing.Eases(KeyResultDirection.Decrease, before, before).ShouldBeFalse();
    }

    [Fact]
    public void Without_Easing_No_Value_Is_More_Progress_Than_Before() => Prop
        .ForAll(
            Gen.Choose(-100, 100).ArrayOf(5).Where(n => n[0] != n[1] && n[2] != n[3] && n[0] < n[1] == n[2] < n[3]).ToArbitrary(),
            n =>
            {
                var direction = KeyResultTarget.DirectionOf(n[0], n[1]);
                var eases = Easing.Eases(direction, new(n[0], n[1], null, null, Due), new(n[2], n[3], null, null, Due));
                return eases || Progress.Of(n[2], n[3], n[4]).Counted <= Progress.Of(n[0], n[1], n[4]).Counted;
            })
        .QuickCheckThrowOnFailure();
}
