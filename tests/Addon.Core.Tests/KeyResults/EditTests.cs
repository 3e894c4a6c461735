using Addon.Core.Common;
using Addon.Core.KeyResults;
using Shouldly;
using Xunit;

namespace Addon.Core.Tests.KeyResults;

public sealed class EditTests
{
    [Fact]
    public async Task A_Draft_Is_Edited_In_Full_And_The_Audit_Tells_What_Changed()
    {
        var world = new OkrWorld();
        var draft = OkrWorld.Good(await world.AddAsync(new KeyResultDraft { Title = " P1 incidents " }));
        draft.ShouldSatisfyAllConditions(k => k.Title.ShouldBe("P1 incidents"), k => k.State.ShouldBe(KeyResultState.Draft), k => k.Key.ShouldBe("KR-1"));
        world.Audit.Clear();

        var edited = OkrWorld.Good(await world.EditAsync(draft, OkrWorld.Draft() with { Weight = 3, Metric = "P1", Target = new() { From = 12, To = 4, DueOn = new DateOnly(2026, 12, 1) } }));

        (edited.From, edited.To, edited.Direction, edited.Weight, edited.Owner, edited.Version).ShouldBe((12, 4, KeyResultDirection.Decrease, 3, OkrWorld.Owner, 2));
        var entry = world.Audit.ShouldHaveSingleItem();
        entry.After.Keys.ShouldBe(["title", "metric", "direction", "from", "to", "unit", "per", "weight", "owner", "dueOn"], ignoreOrder: true);
        (entry.Before["from"], entry.After["from"]).ShouldBe((null, "12"));
    }

    [Fact]
    public async Task Nothing_New_Is_No_Change()
    {
        var world = new OkrWorld();
        var draft = await world.InStateAsync(KeyResultState.Draft);
        world.Audit.Clear();

        OkrWorld.Good(await world.EditAsync(draft, OkrWorld.Draft())).Version.ShouldBe(draft.Version);

        world.Audit.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(KeyResultState.Active)]
    [InlineData(KeyResultState.Dormant)]
    [InlineData(KeyResultState.Baselining)]
    public async Task The_Target_Of_What_Has_Begun_Is_Not_Edited(KeyResultState state)
    {
        var world = new OkrWorld();
        var begun = world.KeyResults[(await world.InStateAsync(state)).Id];

        var refused = await world.EditAsync(begun, OkrWorld.Draft() with { Target = new() { From = 11, To = 3, Low = 1, High = 2, DueOn = new DateOnly(2026, 12, 1), Phases = new([new(new(2026, 12, 1), 3)]) } });
        refused.Error!.Fields.Select(f => f.Field).ShouldBe(["from", "to", "low", "high", "dueOn", "phases"]);
        refused.Error.Fields.ShouldAllBe(f => f.Code == "key_result.target_needs_retarget");

        var edited = OkrWorld.Good(await world.EditAsync(begun, OkrWorld.Draft() with { Title = "P1 and P2 incidents", Target = new() }));
        (edited.Title, edited.From, edited.To, edited.State).ShouldBe(("P1 and P2 incidents", begun.From, begun.To, state));
        (await world.EditAsync(edited, new KeyResultDraft { Title = "P1" })).Error!.Fields.Select(f => f.Code).ShouldBe(["key_result.unit_missing", "key_result.owner_missing"]);
    }

    [Fact]
    public async Task Only_While_The_Start_Is_Measured_The_Direction_May_Still_Turn()
    {
        var world = new OkrWorld();
        var baselining = OkrWorld.Good(await world.MoveAsync(
            OkrWorld.Good(await world.AddAsync(OkrWorld.Draft() with { Target = new() { To = 4 } })), KeyResultState.Baselining));
        baselining.Direction.ShouldBe(KeyResultDirection.Increase, "nothing says otherwise");

        var turned = OkrWorld.Good(await world.EditAsync(baselining, OkrWorld.Draft() with { Target = new(), Direction = KeyResultDirection.Decrease }));
        (await world.EditAsync(turned, OkrWorld.Draft() with { Target = new(), Direction = KeyResultDirection.KeepAtMost })).Error!.Fields.ShouldHaveSingleItem().Field.ShouldBe("direction");
        var active = OkrWorld.Good(await world.ActivateAsync(turned, 12));
        (await world.EditAsync(active, OkrWorld.Draft() with { Target = new(), Direction = KeyResultDirection.Increase })).Error!.Fields.ShouldHaveSingleItem().Field.ShouldBe("direction");
    }

    [Theory]
    [InlineData(KeyResultState.Achieved)]
    [InlineData(KeyResultState.Missed)]
    [InlineData(KeyResultState.Killed)]
    public async Task What_Has_Ended_Stays_As_It_Is(KeyResultState state)
    {
        var world = new OkrWorld();
        var ended = await world.InStateAsync(state);

        (await world.EditAsync(ended, OkrWorld.Draft())).Error!.Code.ShouldBe("key_result.ended");
        (await world.RetargetAsync(ended, new() { From = 12, To = 3 })).Error!.Code.ShouldBe("key_result.not_retargetable");
        (await world.AcceptHintAsync(ended, "O1")).Error!.Code.ShouldBe("key_result.ended");
        (await world.LiftAsync(ended, "Soon")).Error!.Code.ShouldBe("key_result.not_active");
        (await world.RecordAsync(ended, 4)).Error!.Code.ShouldBe("key_result.not_active");
        (await world.CheckInAsync(ended, new CheckInDraft(5, null, null))).Error!.Code.ShouldBe("key_result.not_active");
    }

    [Fact]
    public async Task Roles_Are_Asked_Before_Anything_Else()
    {
        var world = new OkrWorld();
        var draft = await world.InStateAsync(KeyResultState.Draft);
        var broken = new KeyResultDraft { Title = null };

        foreach (var allowed in new[] { OkrWorld.Owner, OkrWorld.Lead, OkrWorld.ProjectAdmin })
        {
            (await world.EditAsync(draft, broken, allowed)).Error!.Kind.ShouldBe(ErrorKind.Invalid);
        }

        foreach (var refused in new[] { OkrWorld.Engineer, OkrWorld.Stranger })
        {
            (await world.EditAsync(draft, broken, refused)).Error!.Code.ShouldBe("okr.edit_not_allowed");
            (await world.AddAsync(broken, refused)).Error!.Code.ShouldBe("okr.edit_not_allowed");
            (await world.RecordAsync(draft, new ValueDraft { Value = null }, refused)).Error!.Code.ShouldBe("okr.edit_not_allowed");
        }

        (await world.AddAsync(broken, OkrWorld.Owner)).Error!.Code.ShouldBe("okr.edit_not_allowed", "of what is not theirs yet");
        (await world.EditAsync(draft with { Id = KeyResultId.New() }, broken)).Error!.Code.ShouldBe("key_result.not_found");
    }

    [Fact]
    public async Task Hints_Are_Accepted_Once_And_What_Blocks_Never()
    {
        var world = new OkrWorld();
        var draft = await world.InStateAsync(KeyResultState.Draft);

        OkrWorld.Good(await world.AcceptHintAsync(draft, "O1"));
        OkrWorld.Good(await world.AcceptHintAsync(draft, "R1")).AcceptedHints.ShouldBe(["O1", "R1"]);
        OkrWorld.Good(await world.AcceptHintAsync(draft, "O1")).Version.ShouldBe(3, "it was accepted already");
        OkrWorld.Good(await world.WithdrawHintAsync(draft, "O1")).AcceptedHints.ShouldBe(["R1"]);
        OkrWorld.Good(await world.WithdrawHintAsync(draft, "O1")).Version.ShouldBe(4);
        (await world.AcceptHintAsync(draft, "S1")).Error!.Code.ShouldBe("key_result.hint_not_acceptable");
        (await world.AcceptHintAsync(draft, "X9")).Error!.Code.ShouldBe("key_result.hint_not_found");
    }
}
