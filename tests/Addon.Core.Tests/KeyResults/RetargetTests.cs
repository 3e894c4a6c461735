using Addon.Core.KeyResults;
using Shouldly;
using Xunit;

namespace Addon.Core.Tests.KeyResults;

public sealed class RetargetTests
{
    [Theory]
    [InlineData(KeyResultState.Active)]
    [InlineData(KeyResultState.Dormant)]
    public async Task Easing_Needs_A_Reason_And_The_Promise_Stays(KeyResultState state)
    {
        var world = new OkrWorld();
        var begun = await world.InStateAsync(state);
        var easier = KeyResultTarget.Of(begun) with { To = 6 };

        (await world.RetargetAsync(begun, easier)).Error!.Code.ShouldBe("key_result.reason_missing");
        (await world.RetargetAsync(begun, easier, " ")).Error!.Code.ShouldBe("key_result.reason_missing");
        world.KeyResults.TargetChanges.ShouldBeEmpty();
        var moved = OkrWorld.Good(await world.RetargetAsync(begun, easier, " Half the team left "));

        (moved.To, moved.State, moved.Original).ShouldBe((6, state, begun.Original));
        world.KeyResults.TargetChanges.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            c => c.Before.ShouldBe(begun.Original),
            c => c.After.To.ShouldBe(6),
            c => c.Eased.ShouldBeTrue(),
            c => c.Reason.ShouldBe("Half the team left"),
            c => c.By.ShouldBe(OkrWorld.Lead));
        world.Audit[^1].ShouldSatisfyAllConditions(e => e.Action.ShouldBe("key_result.retargeted"), e => e.After["reason"].ShouldBe("Half the team left"));
    }

    [Fact]
    public async Task Hardening_Needs_No_Reason()
    {
        var world = new OkrWorld();
        var active = await world.InStateAsync(KeyResultState.Active);

        OkrWorld.Good(await world.RetargetAsync(active, new() { From = 12, To = 2, DueOn = new DateOnly(2026, 12, 1) }));

        world.KeyResults.TargetChanges.ShouldHaveSingleItem().ShouldSatisfyAllConditions(c => c.Eased.ShouldBeFalse(), c => c.Reason.ShouldBeNull());
    }

    [Fact]
    public async Task A_Target_Has_To_Make_Sense()
    {
        var world = new OkrWorld();
        var active = await world.InStateAsync(KeyResultState.Active);

        await RefusedAsync(new(), "from:key_result.from_missing", "to:key_result.to_missing");
        await RefusedAsync(new() { From = 4, To = 4 }, "to:key_result.from_equals_to");
        await RefusedAsync(new() { From = 4, To = 12 }, "to:key_result.direction_mismatch");
        await RefusedAsync(new() { From = 12, To = 4 }, ":key_result.target_unchanged");
        await RefusedAsync(new() { From = 12, To = 4, Low = 3, High = 9 }, ":key_result.target_unchanged");
        await RefusedAsync(new() { From = 12, To = 4, DueOn = new DateOnly(2027, 1, 1) }, "dueOn:key_result.due_outside_cycle");
        await RefusedAsync(new() { From = 12, To = 4, Phases = new([new(new(2026, 12, 1), 5)]) }, "phases:key_result.phases_not_at_target");

        async Task RefusedAsync(KeyResultTarget target, params string[] codes) =>
            (await world.RetargetAsync(active, target, "Because")).Error!.Fields.Select(f => $"{f.Field}:{f.Code}").ShouldBe(codes);
    }

    [Fact]
    public async Task While_The_Start_Is_Measured_Only_The_Rest_Moves()
    {
        var world = new OkrWorld();
        var baselining = OkrWorld.Good(await world.MoveAsync(
            OkrWorld.Good(await world.AddAsync(OkrWorld.Draft() with { Target = new() { To = 4 }, Direction = KeyResultDirection.Decrease })), KeyResultState.Baselining));

        (await world.RetargetAsync(baselining, new() { From = 12, To = 3 })).Error!.Code.ShouldBe("key_result.from_being_measured");
        OkrWorld.Good(await world.RetargetAsync(baselining, new() { To = 3 })).To.ShouldBe(3);
    }

    [Fact]
    public async Task A_New_Bound_Judges_All_Periods_Again()
    {
        var world = new OkrWorld();
        var guardrail = await world.InStateAsync(
            KeyResultState.Active, OkrWorld.Draft() with { Title = "Availability", Direction = KeyResultDirection.KeepAtLeast, Per = KeyResultPeriod.Week, Target = new() { Low = 99 } });
        OkrWorld.Good(await world.RecordAsync(guardrail, 98));
        world.KeyResults[guardrail.Id].Series.PeriodsInBound.ShouldBe(0);

        var eased = OkrWorld.Good(await world.RetargetAsync(guardrail, new() { Low = 97 }, "The old one was a wish"));

        eased.Series.PeriodsInBound.ShouldBe(1);
        OkrWorld.Good(await world.MoveAsync(eased, KeyResultState.Missed)).Series.PeriodsInBound.ShouldBe(0, "in the end the promise counts");
    }

    [Fact]
    public async Task A_Draft_Is_Edited_Instead()
    {
        var world = new OkrWorld();

        (await world.RetargetAsync(await world.InStateAsync(KeyResultState.Draft), new() { From = 12, To = 3 })).Error!.Code.ShouldBe("key_result.not_retargetable");
    }
}
