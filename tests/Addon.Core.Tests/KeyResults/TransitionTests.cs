using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Objectives;
using Shouldly;
using Xunit;

namespace Addon.Core.Tests.KeyResults;

/// <summary>Every step from every state, through the use cases.</summary>
public sealed class TransitionTests
{
    public static TheoryData<KeyResultState, KeyResultState> Steps =>
    [
        .. from state in Enum.GetValues<KeyResultState>()
           from next in Enum.GetValues<KeyResultState>()
           where next != KeyResultState.Draft
           select (state, next),
    ];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Only_The_Listed_Steps_Are_Gone_And_Each_Is_Audited(KeyResultState state, KeyResultState next)
    {
        var world = new OkrWorld();
        var before = await world.InStateAsync(state);
        if (state == KeyResultState.Active && next == KeyResultState.Achieved)
        {
            OkrWorld.Good(await world.RecordAsync(before, 4));
        }

        world.Audit.Clear();

        var outcome = await world.MoveAsync(before, next);

        if (KeyResultLifecycle.Allows(state, next))
        {
            OkrWorld.Good(outcome).State.ShouldBe(next);
            outcome.Value!.Version.ShouldBe(before.Version + 1);
            var entry = world.Audit.Single(e => e.EntityType == "key_result");
            (entry.Before["state"], entry.After["state"]).ShouldBe((state.ToString(), next.ToString()));
        }
        else
        {
            outcome.Error!.Code.ShouldBe("key_result.illegal_transition");
            outcome.Error.Kind.ShouldBe(ErrorKind.Conflict);
            world.KeyResults[before.Id].ShouldBe(world.KeyResults[before.Id] with { State = state, Version = before.Version });
            world.Audit.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task The_First_Activation_Keeps_The_Promise_And_Activates_The_Objective()
    {
        var world = new OkrWorld();
        var draft = await world.InStateAsync(KeyResultState.Draft);

        var active = OkrWorld.Good(await world.ActivateAsync(draft));

        active.Original.ShouldBe(new Commitment(12, 4, null, null, world.Cycle.End));
        active.ActivatedAt.ShouldBe(world.Clock.Now);
        world.Objective.State.ShouldBe(ObjectiveState.Active);
        world.Objective.ActivatedAt.ShouldBe(world.Clock.Now);
        world.Audit.Select(e => e.Action).ShouldBe(["key_result.added", "objective.activated", "key_result.activated"]);
    }

    [Fact]
    public async Task Sleep_And_Revival_Keep_What_Was_Promised_First()
    {
        var world = new OkrWorld();
        var active = await world.InStateAsync(KeyResultState.Active);
        world.Clock.Now += TimeSpan.FromDays(3);

        var asleep = OkrWorld.Good(await world.MoveAsync(active, KeyResultState.Dormant, "Nobody has time"));
        (asleep.DormantSince, asleep.EndReason).ShouldBe((world.Clock.Now, "Nobody has time"));
        world.Clock.Now += TimeSpan.FromDays(3);
        var revived = OkrWorld.Good(await world.MoveAsync(asleep, KeyResultState.Active));

        (revived.DormantSince, revived.EndReason).ShouldBe((null, null));
        (revived.ActivatedAt, revived.Original).ShouldBe((active.ActivatedAt, active.Original));
    }

    [Fact]
    public async Task An_Unknown_Start_Is_Measured_First_And_Said_At_Activation()
    {
        var world = new OkrWorld();
        var draft = OkrWorld.Good(await world.AddAsync(OkrWorld.Draft() with { Target = new() { To = 4 }, Direction = KeyResultDirection.Decrease }));
        (await world.ActivateAsync(draft)).Error!.Fields.ShouldContain(f => f.Field == "from" && f.Code == "lint.s1");

        var baselining = OkrWorld.Good(await world.MoveAsync(draft, KeyResultState.Baselining));
        baselining.BaseliningSince.ShouldBe(world.Clock.Now);
        baselining.Original.ShouldBeNull();
        OkrWorld.Good(await world.RecordAsync(baselining, 13));
        (await world.ActivateAsync(baselining)).Error!.Code.ShouldBe("key_result.not_ready");
        (await world.ActivateAsync(baselining, 3)).Error!.Code.ShouldBe("key_result.not_ready", "the other way than the direction");
        world.Clock.Now += TimeSpan.FromDays(KeyResult.MaxBaseliningDays + 10);
        var active = OkrWorld.Good(await world.ActivateAsync(baselining, 13));

        active.From.ShouldBe(13);
        active.Original!.From.ShouldBe(13);
        (await world.ActivateAsync(await world.InStateAsync(KeyResultState.Draft), 13)).Error!.Code.ShouldBe("key_result.from_not_measured");
    }

    [Fact]
    public async Task Measuring_Of_A_Start_Needs_Everything_Else()
    {
        var world = new OkrWorld();
        var bare = OkrWorld.Good(await world.AddAsync(new KeyResultDraft { Title = "P1 incidents" }));

        var refused = await world.MoveAsync(bare, KeyResultState.Baselining);

        refused.Error!.Code.ShouldBe("key_result.not_ready");
        refused.Error.Fields.Select(f => f.Field).ShouldBe(["to", "unit", "owner"], ignoreOrder: true);
        world.KeyResults[bare.Id].ShouldBe(bare);
    }

    [Theory]
    [InlineData("12", "4", "Reduce P1 incidents from 12 to 5", "lint.s4")]
    [InlineData("4", "4", "P1 incidents", "lint.s2")]
    [InlineData(null, null, "P1 incidents", "lint.s1")]
    public async Task Structure_Blocks_Activation_With_Its_Findings(string? from, string? to, string title, string code)
    {
        var world = new OkrWorld();
        var draft = OkrWorld.Good(await world.AddAsync(OkrWorld.Draft() with
        {
            Title = title,
            Target = new() { From = from is null ? null : decimal.Parse(from, null), To = to is null ? null : decimal.Parse(to, null) },
        }));

        var refused = await world.ActivateAsync(draft);

        refused.Error!.Code.ShouldBe("key_result.not_ready");
        refused.Error.Fields.ShouldContain(f => f.Code == code);
        world.Objective.State.ShouldBe(ObjectiveState.Draft);
    }

    [Fact]
    public async Task A_Direction_Against_The_Numbers_Blocks_Activation()
    {
        var world = new OkrWorld();
        var draft = OkrWorld.Good(await world.AddAsync(OkrWorld.Draft() with { Direction = KeyResultDirection.Increase }));

        (await world.ActivateAsync(draft)).Error!.Fields.ShouldContain(f => f.Code == "lint.s3");
    }

    [Theory]
    [InlineData(KeyResultDirection.KeepAtLeast)]
    [InlineData(KeyResultDirection.KeepAtMost)]
    [InlineData(KeyResultDirection.KeepBetween)]
    public async Task A_Guardrail_Needs_Its_Bounds(KeyResultDirection direction)
    {
        var world = new OkrWorld();
        var draft = OkrWorld.Good(await world.AddAsync(OkrWorld.Draft() with { Title = "Availability", Direction = direction, Target = new() }));
        (await world.ActivateAsync(draft)).Error!.Fields.ShouldAllBe(f => f.Field == "low" || f.Field == "high");

        var whole = OkrWorld.Good(await world.EditAsync(draft, OkrWorld.Draft() with { Title = "Availability", Direction = direction, Target = new() { Low = 90, High = 99 } }));

        OkrWorld.Good(await world.ActivateAsync(whole)).IsGuardrail.ShouldBeTrue();
    }

    [Fact]
    public async Task An_Objective_Needs_An_Owner_And_Its_Scope_A_Mapping_Owner_First()
    {
        var world = new OkrWorld();
        var draft = await world.InStateAsync(KeyResultState.Draft);
        var (objective, scope) = (world.Objective, world.Scope);

        world.Objective = objective with { Owner = null };
        (await world.ActivateAsync(draft)).Error!.Code.ShouldBe("objective.owner_missing");
        world.Objective = objective;
        world.Scope = scope with { MappingOwner = null };
        (await world.ActivateAsync(draft)).Error!.Code.ShouldBe("scope.mapping_owner_missing");
        world.Objective = objective with { State = ObjectiveState.Closed, Outcome = ObjectiveOutcome.Missed };
        (await world.ActivateAsync(draft)).Error!.Code.ShouldBe("objective.closed");
        (await world.MoveAsync(draft, KeyResultState.Baselining)).Error!.Code.ShouldBe("objective.closed");
        (await world.AddAsync(OkrWorld.Draft())).Error!.Code.ShouldBe("objective.closed");

        world.KeyResults[draft.Id].ShouldBe(draft);
    }

    [Fact]
    public async Task The_Eighth_Active_One_Is_Refused_However_It_Comes()
    {
        var world = new OkrWorld();
        var asleep = await world.InStateAsync(KeyResultState.Dormant);
        var baselining = await world.InStateAsync(KeyResultState.Baselining);
        var draft = await world.InStateAsync(KeyResultState.Draft);
        for (var i = 0; i < Objective.MostActiveKeyResults; i++)
        {
            await world.InStateAsync(KeyResultState.Active);
        }

        foreach (var one in new[] { asleep, baselining, draft })
        {
            (await world.MoveAsync(one, KeyResultState.Active)).Error!.Code.ShouldBe("key_result.too_many_active");
            world.KeyResults[one.Id].State.ShouldBe(one.State);
        }
    }

    [Fact]
    public async Task Only_What_Reached_Its_Target_Is_Achieved_And_A_Guardrail_By_A_Persons_Word()
    {
        var world = new OkrWorld();
        var active = await world.InStateAsync(KeyResultState.Active);

        (await world.MoveAsync(active, KeyResultState.Achieved)).Error!.Code.ShouldBe("key_result.target_not_reached");
        OkrWorld.Good(await world.RecordAsync(active, 4.000001m));
        (await world.MoveAsync(active, KeyResultState.Achieved)).Error!.Code.ShouldBe("key_result.target_not_reached");
        OkrWorld.Good(await world.RecordAsync(active, 4));
        var achieved = OkrWorld.Good(await world.MoveAsync(active, KeyResultState.Achieved, null));
        (achieved.EndedAt, achieved.EndReason).ShouldBe((world.Clock.Now, null));

        var guardrail = await world.InStateAsync(
            KeyResultState.Active, OkrWorld.Draft() with { Title = "Availability", Direction = KeyResultDirection.KeepAtLeast, Target = new() { Low = 99 } });
        OkrWorld.Good(await world.MoveAsync(guardrail, KeyResultState.Achieved));
    }

    [Fact]
    public async Task A_Kill_Says_Why_And_Where_The_Energy_Goes()
    {
        var world = new OkrWorld();
        var active = await world.InStateAsync(KeyResultState.Active);

        (await world.MoveAsync(active, KeyResultState.Killed, "  ")).Error!.Code.ShouldBe("key_result.reason_missing");
        (await world.MoveAsync(active, KeyResultState.Killed, new string('x', 501))).Error!.Code.ShouldBe("key_result.reason_too_long");
        (await world.MoveAsync(active, KeyResultState.Killed, "Dead", new string('x', 501))).Error!.Code.ShouldBe("key_result.redirect_too_long");
        var killed = OkrWorld.Good(await world.MoveAsync(active, KeyResultState.Killed, " Nobody pays for it ", "Login"));

        (killed.EndReason, killed.Redirect, killed.EndedAt).ShouldBe(("Nobody pays for it", "Login", world.Clock.Now));
    }

    [Fact]
    public async Task Only_A_Draft_Is_Discarded()
    {
        foreach (var state in Enum.GetValues<KeyResultState>())
        {
            var world = new OkrWorld();
            var keyResult = await world.InStateAsync(state);

            var outcome = await world.DiscardAsync(world.KeyResults[keyResult.Id]);

            outcome.Succeeded.ShouldBe(state == KeyResultState.Draft, state.ToString());
            world.KeyResults.Has(keyResult.Id).ShouldBe(state != KeyResultState.Draft);
            (outcome.Error?.Code).ShouldBe(state == KeyResultState.Draft ? null : "key_result.not_draft");
        }
    }

    [Theory]
    [InlineData(CycleState.Closed, "cycle.closed")]
    [InlineData(CycleState.Closing, "cycle.closing")]
    public async Task In_Grading_And_After_It_Nothing_Begins_Or_Moves(CycleState state, string code)
    {
        var world = new OkrWorld();
        var draft = await world.InStateAsync(KeyResultState.Draft);
        var active = await world.InStateAsync(KeyResultState.Active);
        var asleep = await world.InStateAsync(KeyResultState.Dormant);
        world.Cycle = world.Cycle with { State = state };

        (await world.AddAsync(OkrWorld.Draft())).Error!.Code.ShouldBe(code);
        (await world.EditAsync(active, OkrWorld.Draft())).Error!.Code.ShouldBe(code);
        (await world.ActivateAsync(draft)).Error!.Code.ShouldBe(code);
        (await world.MoveAsync(draft, KeyResultState.Baselining)).Error!.Code.ShouldBe(code);
        (await world.MoveAsync(active, KeyResultState.Dormant)).Error!.Code.ShouldBe(code);
        (await world.MoveAsync(asleep, KeyResultState.Active)).Error!.Code.ShouldBe(code);
        (await world.DiscardAsync(draft)).Error!.Code.ShouldBe(code);
        (await world.RetargetAsync(active, KeyResultTarget.Of(active) with { To = 3 })).Error!.Code.ShouldBe(code);
        (await world.LiftAsync(active, "Soon")).Error!.Code.ShouldBe(code);
        (await world.AcceptHintAsync(active, "O1")).Error!.Code.ShouldBe(code);
        (await world.InviteAsync(active, OkrWorld.Engineer)).Error!.Code.ShouldBe(code);
    }

    [Fact]
    public async Task In_Grading_Key_Results_Are_Measured_And_End_And_After_It_Not()
    {
        var world = new OkrWorld();
        var one = await world.InStateAsync(KeyResultState.Active);
        var other = await world.InStateAsync(KeyResultState.Dormant);
        var third = await world.InStateAsync(KeyResultState.Active);
        world.Cycle = world.Cycle with { State = CycleState.Closing };

        OkrWorld.Good(await world.RecordAsync(one, 4));
        OkrWorld.Good(await world.CheckInAsync(one, new CheckInDraft(9, null, null)));
        OkrWorld.Good(await world.MoveAsync(one, KeyResultState.Achieved));
        OkrWorld.Good(await world.MoveAsync(other, KeyResultState.Killed));
        world.Cycle = world.Cycle with { State = CycleState.Closed };

        (await world.RecordAsync(third, 4)).Error!.Code.ShouldBe("cycle.closed");
        (await world.CheckInAsync(third, new CheckInDraft(9, null, null))).Error!.Code.ShouldBe("cycle.closed");
        (await world.MoveAsync(third, KeyResultState.Missed)).Error!.Code.ShouldBe("cycle.closed");
    }

    [Fact]
    public async Task A_Step_From_An_Old_Version_Is_A_Conflict_And_So_Is_A_Race()
    {
        var world = new OkrWorld();
        var active = await world.InStateAsync(KeyResultState.Active);
        OkrWorld.Good(await world.LiftAsync(active, "Soon"));

        (await world.MoveAsync(active, KeyResultState.Missed)).Error!.Code.ShouldBe("key_result.changed_meanwhile");
        (await world.DiscardAsync(active)).Error!.Code.ShouldBe("key_result.changed_meanwhile");
        var seen = world.KeyResults[active.Id];
        world.KeyResults.BeforeUpdate = () => world.KeyResults[active.Id] = seen with { Version = seen.Version + 1 };
        (await world.MoveAsync(seen, KeyResultState.Missed)).Error!.Code.ShouldBe("key_result.changed_meanwhile");
        world.Audit.ShouldNotContain(e => e.Action == "key_result.missed");
    }
}
