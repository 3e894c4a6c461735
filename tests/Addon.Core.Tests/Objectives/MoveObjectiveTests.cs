using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Objectives;
using Shouldly;
using Xunit;

namespace Addon.Core.Tests.Objectives;

/// <summary>Every step from every state.</summary>
public sealed class MoveObjectiveTests
{
    private readonly ObjectiveWorld world = new();

    public static TheoryData<ObjectiveState, ObjectiveState> Steps =>
    [
        .. from state in Enum.GetValues<ObjectiveState>()
           from next in Enum.GetValues<ObjectiveState>()
           select (state, next),
    ];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Only_The_Listed_Steps_Are_Gone_And_Each_Is_Audited(ObjectiveState state, ObjectiveState next)
    {
        var before = await world.InStateAsync(state);
        foreach (var open in await world.KeyResults.ListOfAsync(TenantId.New(), before.Id, TestContext.Current.CancellationToken))
        {
            world.KeyResults[open.Id] = open with { State = KeyResultState.Achieved };
        }

        if (state == ObjectiveState.Draft)
        {
            world.AddKeyResult(before);
        }

        world.Audit.Clear();

        var outcome = await world.MoveAsync(before, next, ObjectiveOutcome.Done);

        if (ObjectiveLifecycle.Allows(state, next))
        {
            ObjectiveWorld.Good(outcome).ShouldSatisfyAllConditions(o => o.State.ShouldBe(next), o => o.Version.ShouldBe(before.Version + 1));
            var entry = world.Audit.ShouldHaveSingleItem();
            (entry.Before["state"], entry.After["state"]).ShouldBe((state.ToString(), next.ToString()));
        }
        else
        {
            outcome.Error!.ShouldSatisfyAllConditions(e => e.Code.ShouldBe("objective.illegal_transition"), e => e.Kind.ShouldBe(ErrorKind.Conflict));
            world.Objectives[before.Id].ShouldBe(before);
            world.Audit.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Activation_Says_All_That_Is_Missing()
    {
        world.ForgetMappingOwner();
        var draft = await world.InStateAsync(ObjectiveState.Draft);
        draft = ObjectiveWorld.Good(await world.EditAsync(draft, ObjectiveWorld.Draft() with { Owner = null }));

        (await world.MoveAsync(draft, ObjectiveState.Active)).Error!.Fields.Select(f => f.Code)
            .ShouldBe(["objective.owner_missing", "scope.mapping_owner_missing", "objective.no_activatable_key_result"]);
    }

    public static TheoryData<string, bool> KeyResults => new()
    {
        { "complete", true },
        { "no owner", false },
        { "no unit", false },
        { "no from", false },
        { "wrong way", false },
        { "no bound", false },
        { "bound", true },
        { "turned bounds", false },
        { "active", true },
        { "baselining", true },
        { "dormant", false },
        { "killed", false },
    };

    [Theory]
    [MemberData(nameof(KeyResults))]
    public async Task Activation_Needs_A_Key_Result_That_Runs_Or_Could(string what, bool isEnough)
    {
        var draft = await world.InStateAsync(ObjectiveState.Draft);
        _ = what switch
        {
            "no owner" => world.AddKeyResult(draft, change: k => k with { Owner = null }),
            "no unit" => world.AddKeyResult(draft, change: k => k with { Unit = null }),
            "no from" => world.AddKeyResult(draft, change: k => k with { From = null }),
            "wrong way" => world.AddKeyResult(draft, change: k => k with { Direction = KeyResultDirection.Increase }),
            "no bound" => world.AddKeyResult(draft, change: k => k with { Direction = KeyResultDirection.KeepAtMost, From = null, To = null }),
            "bound" => world.AddKeyResult(draft, change: k => k with { Direction = KeyResultDirection.KeepAtLeast, From = null, To = null, Low = 99 }),
            "turned bounds" => world.AddKeyResult(draft, change: k => k with { Direction = KeyResultDirection.KeepBetween, From = null, To = null, Low = 9, High = 1 }),
            "active" => world.AddKeyResult(draft, KeyResultState.Active),
            "baselining" => world.AddKeyResult(draft, KeyResultState.Baselining),
            "dormant" => world.AddKeyResult(draft, KeyResultState.Dormant),
            "killed" => world.AddKeyResult(draft, KeyResultState.Killed),
            _ => world.AddKeyResult(draft),
        };

        var outcome = await world.MoveAsync(draft, ObjectiveState.Active);

        if (isEnough)
        {
            ObjectiveWorld.Good(outcome).ActivatedAt.ShouldBe(world.Clock.GetUtcNow());
        }
        else
        {
            outcome.Error!.Code.ShouldBe("objective.no_activatable_key_result");
        }
    }

    [Theory]
    [InlineData(KeyResultState.Active, false)]
    [InlineData(KeyResultState.Baselining, false)]
    [InlineData(KeyResultState.Dormant, false)]
    [InlineData(KeyResultState.Draft, true)]
    [InlineData(KeyResultState.Achieved, true)]
    [InlineData(KeyResultState.Missed, true)]
    [InlineData(KeyResultState.Killed, true)]
    public async Task It_Closes_When_None_Of_Its_Key_Results_Is_Open(KeyResultState state, bool closes)
    {
        var active = await world.InStateAsync(ObjectiveState.Active);
        var own = (await world.KeyResults.ListOfAsync(TenantId.New(), active.Id, TestContext.Current.CancellationToken)).Single();
        world.KeyResults[own.Id] = own with { State = state };

        var outcome = await world.MoveAsync(active, ObjectiveState.Closed, ObjectiveOutcome.Partly);

        if (closes)
        {
            ObjectiveWorld.Good(outcome).Outcome.ShouldBe(ObjectiveOutcome.Partly);
        }
        else
        {
            outcome.Error!.ShouldSatisfyAllConditions(e => e.Code.ShouldBe("objective.key_results_open"), e => e.Kind.ShouldBe(ErrorKind.Conflict));
        }
    }

    [Fact]
    public async Task Closing_Says_How_It_Ended_Also_While_Its_Cycle_Is_Graded_But_Not_After()
    {
        var active = await world.InStateAsync(ObjectiveState.Active);
        foreach (var own in await world.KeyResults.ListOfAsync(TenantId.New(), active.Id, TestContext.Current.CancellationToken))
        {
            world.KeyResults[own.Id] = own with { State = KeyResultState.Missed };
        }

        (await world.MoveAsync(active, ObjectiveState.Closed)).Error!.Code.ShouldBe("objective.outcome_missing");
        world.SetCycle(CycleState.Closed);
        (await world.MoveAsync(active, ObjectiveState.Closed, ObjectiveOutcome.Missed)).Error!.Code.ShouldBe("cycle.closed");
        world.SetCycle(CycleState.Closing);
        ObjectiveWorld.Good(await world.MoveAsync(active, ObjectiveState.Closed, ObjectiveOutcome.Missed)).State.ShouldBe(ObjectiveState.Closed);
    }
}
