using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Numbers;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Addon.Core.Tests.KeyResults;

public sealed class KeyResultDraftTests
{
    private static readonly Cycle Quarter = Cycle.QuarterOf(new DateOnly(2026, 11, 21));

    public static TheoryData<string, KeyResultDraft> Broken => new()
    {
        { "title:key_result.title_missing", Samples.Draft() with { Title = "  " } },
        { "title:key_result.title_missing", Samples.Draft() with { Title = null } },
        { "title:key_result.title_too_long", Samples.Draft() with { Title = new string('x', 251) } },
        { "title:key_result.title_invalid", Samples.Draft() with { Title = "evil\u202Eeltit" } },
        { "metric:key_result.metric_too_long", Samples.Draft() with { Metric = new string('x', 121) } },
        { "from:key_result.from_out_of_range", With(new() { From = 0.0000001m, To = 4 }) },
        { "to:key_result.to_out_of_range", With(new() { From = 1, To = 10_000_000_000_000m }) },
        { "low:key_result.low_out_of_range", With(new() { Low = 0.0000001m }) with { Direction = KeyResultDirection.KeepAtLeast } },
        { "high:key_result.bounds_crossed", With(new() { Low = 3, High = 2 }) with { Direction = KeyResultDirection.KeepBetween } },
        { "unit:key_result.unit_too_long", Samples.Draft() with { Unit = new string('x', 41) } },
        { "howWorkMovesIt:key_result.how_work_moves_it_too_long", Samples.Draft() with { HowWorkMovesIt = new string('x', 501) } },
        { "weight:key_result.weight_out_of_range", Samples.Draft() with { Weight = 0 } },
        { "weight:key_result.weight_out_of_range", Samples.Draft() with { Weight = 101 } },
        { "owner:key_result.owner_invalid", Samples.Draft() with { Owner = new AccountId(new string('x', 129)) } },
        { "source:key_result.source_not_available", Samples.Draft() with { Source = KeyResultSource.JqlCount } },
        { "dueOn:key_result.due_outside_cycle", With(new() { From = 12, To = 4, DueOn = new DateOnly(2027, 1, 1) }) },
        { "dueOn:key_result.due_outside_cycle", With(new() { From = 12, To = 4, DueOn = new DateOnly(2026, 9, 30) }) },
        { "phases:key_result.phases_not_monotone", Phased((11, 1, 9), (12, 1, 10), (12, 31, 4)) },
        { "phases:key_result.phases_not_monotone", Phased((11, 1, 13), (12, 31, 4)) },
        { "phases:key_result.phases_not_at_target", Phased((11, 1, 9), (12, 31, 5)) },
        { "phases:key_result.phases_not_by_day", Phased((12, 1, 9), (11, 1, 4)) },
        { "phases:key_result.phases_not_by_day", Phased((12, 1, 9), (12, 1, 4)) },
        { "phases:key_result.phases_outside_cycle", Phased((9, 30, 9), (12, 31, 4)) },
        { "phases:key_result.phases_outside_cycle", Phased((11, 1, 4)) with { Target = Phased((11, 1, 4)).Target with { DueOn = new DateOnly(2026, 10, 31) } } },
        { "phases:key_result.phases_out_of_range", Phased((11, 1, 4.0000001m), (12, 31, 4)) },
        { "phases:key_result.phases_too_many", Phased([.. Enumerable.Range(0, 61).Select(i => (10 + (i / 30), 1 + (i % 30), 4m))]) },
    };

    [Fact]
    public void A_Whole_Draft_Is_Valid() => Samples.Draft().Validate(Quarter).ShouldBeEmpty();

    [Fact]
    public void A_Title_Is_Enough_For_A_Draft() => new KeyResultDraft { Title = "Something about incidents" }.Validate(Quarter).ShouldBeEmpty();

    [Fact]
    public void What_Only_Stops_Activation_May_Stay_In_A_Draft()
    {
        With(new() { From = 4, To = 4 }).Validate(Quarter).ShouldBeEmpty();
        (Samples.Draft() with { Direction = KeyResultDirection.Increase }).Validate(Quarter).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_Broken_Field_Is_Named_With_A_Code(string expected, KeyResultDraft draft) =>
        draft.Validate(Quarter).Select(e => $"{e.Field}:{e.Code}").ShouldBe([expected]);

    [Fact]
    public void All_Broken_Fields_Are_Told_At_Once_And_Each_Once() =>
        (Samples.Draft() with { Title = null, Weight = 0, Owner = new AccountId(""), Unreadable = [new("weight", "key_result.weight_unknown", "No.")] }).Validate(Quarter)
            .Select(e => e.Code).ShouldBe(["key_result.weight_unknown", "key_result.title_missing", "key_result.owner_invalid"]);

    [Fact]
    public void Phased_Targets_Within_The_Cycle_Up_To_The_Target_Are_Kept()
    {
        var draft = Phased((11, 1, 9), (11, 20, 9), (12, 31, 4));

        draft.Validate(Quarter).ShouldBeEmpty();
        draft.ApplyTo(Samples.KeyResult()).Phases.Count.ShouldBe(3);
    }

    [Fact]
    public void Each_Kind_Keeps_What_It_Uses()
    {
        var all = new KeyResultTarget { From = 1, To = 2, Low = 3, High = 4, DueOn = new DateOnly(2026, 12, 1), Phases = new([new(new(2026, 12, 1), 2)]) };

        all.For(KeyResultDirection.Increase).ShouldBe(all with { Low = null, High = null });
        all.For(KeyResultDirection.KeepAtLeast).ShouldBe(new KeyResultTarget { Low = 3, DueOn = all.DueOn });
        all.For(KeyResultDirection.KeepAtMost).ShouldBe(new KeyResultTarget { High = 4, DueOn = all.DueOn });
        all.For(KeyResultDirection.KeepBetween).ShouldBe(new KeyResultTarget { Low = 3, High = 4, DueOn = all.DueOn });
    }

    [Fact]
    public void Direction_Is_Taken_From_The_Numbers_Unless_It_Is_Said()
    {
        With(new() { From = 12, To = 4 }).EffectiveDirection.ShouldBe(KeyResultDirection.Decrease);
        With(new() { From = 4, To = 12 }).EffectiveDirection.ShouldBe(KeyResultDirection.Increase);
        Phased((11, 1, 9), (12, 31, 4)).EffectiveDirection.ShouldBe(KeyResultDirection.Decrease);
        (With(new() { To = 4 }) with { Direction = KeyResultDirection.Decrease }).EffectiveDirection.ShouldBe(KeyResultDirection.Decrease);
        With(new()).EffectiveDirection.ShouldBe(KeyResultDirection.Increase);
    }

    [Fact]
    public void Direction_Always_Agrees_With_Progress() => Prop
        .ForAll(Gen.Choose(-1000, 1000).Two().Where(t => t.Item1 != t.Item2).ToArbitrary(), t =>
        {
            var better = KeyResultTarget.DirectionOf(t.Item1, t.Item2) == KeyResultDirection.Increase ? t.Item1 + 1 : t.Item1 - 1;
            return Progress.Of(t.Item1, t.Item2, better).Raw > 0;
        })
        .QuickCheckThrowOnFailure();

    private static KeyResultDraft With(KeyResultTarget target) => Samples.Draft() with { Target = target };

    private static KeyResultDraft Phased(params (int Month, int Day, decimal Value)[] phases) => With(new()
    {
        From = 12,
        To = 4,
        Phases = new(phases.Select(p => new PhasedTarget(new DateOnly(2026, p.Month, p.Day), p.Value))),
    });
}
