using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Objectives;
using Shouldly;
using Xunit;

namespace Addon.Core.Tests.Cycles;

public sealed class CarryForwardPlanTests
{
    private static readonly Cycle Ending = Cycle.QuarterOf(new DateOnly(2026, 11, 1)) with { State = CycleState.Closing };
    private static readonly Cycle Next = Cycle.QuarterOf(new DateOnly(2027, 2, 1)) with { State = CycleState.Planned };

    [Fact]
    public void A_Key_Result_Begins_Where_It_Stood_Last_Without_Its_Life()
    {
        var objective = Objective();
        var old = Samples.KeyResult() with
        {
            Objective = objective.Id,
            Metric = "P1 incidents",
            Weight = 3,
            State = KeyResultState.Missed,
            ActivatedAt = DateTimeOffset.UnixEpoch,
            EndedAt = DateTimeOffset.UnixEpoch,
            DueOn = Ending.End,
            Original = new Commitment(12, 4, null, null, Ending.End),
            Series = SeriesSummary.Empty with { Recent = new ValueList<SeriesPoint>([new SeriesPoint(DateTimeOffset.UnixEpoch, 9)]) },
            LastCheckIn = new CheckInSummary(DateTimeOffset.UnixEpoch, Samples.Person, 5, null),
        };

        var copy = Plan([objective], [old]).Draft([objective.Id]).KeyResults.ShouldHaveSingleItem();

        copy.ShouldBe(new KeyResult
        {
            Id = copy.Id,
            Number = 0,
            Objective = copy.Objective,
            Title = old.Title,
            Metric = "P1 incidents",
            Direction = old.Direction,
            From = 9,
            To = 4,
            Unit = old.Unit,
            Per = old.Per,
            Weight = 3,
            Owner = old.Owner,
            State = KeyResultState.Draft,
            CarriedFrom = old.Id,
        });
        copy.Objective.ShouldNotBe(objective.Id);
    }

    [Fact]
    public void Without_A_Value_It_Begins_Where_It_Began()
    {
        var objective = Objective();

        Plan([objective], [Samples.KeyResult() with { Objective = objective.Id }]).Draft([objective.Id]).KeyResults.Single().From.ShouldBe(12);
    }

    [Fact]
    public void A_Guardrail_Keeps_Its_Bounds_And_Has_No_Beginning()
    {
        var objective = Objective();
        var guardrail = Samples.KeyResult() with
        {
            Objective = objective.Id,
            Direction = KeyResultDirection.KeepAtLeast,
            From = null,
            To = null,
            Low = 99,
            Series = SeriesSummary.Empty with { Recent = new ValueList<SeriesPoint>([new SeriesPoint(DateTimeOffset.UnixEpoch, 98)]) },
        };

        var copy = Plan([objective], [guardrail]).Draft([objective.Id]).KeyResults.Single();

        (copy.From, copy.Low).ShouldBe((null, 99));
    }

    [Theory]
    [InlineData(KeyResultState.Draft, true)]
    [InlineData(KeyResultState.Baselining, true)]
    [InlineData(KeyResultState.Active, true)]
    [InlineData(KeyResultState.Dormant, true)]
    [InlineData(KeyResultState.Missed, true)]
    [InlineData(KeyResultState.Achieved, false)]
    [InlineData(KeyResultState.Killed, false)]
    public void What_Was_Achieved_Or_Killed_Stays_Behind(KeyResultState state, bool carried)
    {
        var objective = Objective();

        Plan([objective], [Samples.KeyResult() with { Objective = objective.Id, State = state }]).Draft([objective.Id]).KeyResults.Count.ShouldBe(carried ? 1 : 0);
    }

    [Theory]
    [InlineData(ObjectiveState.Draft, null, true)]
    [InlineData(ObjectiveState.Active, null, true)]
    [InlineData(ObjectiveState.Closed, ObjectiveOutcome.Partly, true)]
    [InlineData(ObjectiveState.Closed, ObjectiveOutcome.Missed, true)]
    [InlineData(ObjectiveState.Closed, ObjectiveOutcome.Done, false)]
    [InlineData(ObjectiveState.Closed, ObjectiveOutcome.Killed, false)]
    public void Objectives_That_Were_Done_Or_Given_Up_Are_Finished(ObjectiveState state, ObjectiveOutcome? outcome, bool unfinished) =>
        CarryForwardPlan.IsUnfinished(Objective() with { State = state, Outcome = outcome }).ShouldBe(unfinished);

    [Fact]
    public void A_Parent_That_Is_Carried_Along_Is_Followed()
    {
        var above = Objective();
        var served = Samples.KeyResult() with { Objective = above.Id };
        var below = Objective() with { Parent = new ObjectiveParent(above.Id, served.Id), Contribution = "Fewer outages" };

        var drafts = Plan([above, below], [served]).Draft([above.Id, below.Id]);

        var copy = drafts.Objectives.Single(o => o.CarriedFrom == below.Id);
        copy.Parent.ShouldBe(new ObjectiveParent(drafts.Objectives.Single(o => o.CarriedFrom == above.Id).Id, drafts.KeyResults.Single().Id));
        copy.Contribution.ShouldBe("Fewer outages");
    }

    [Fact]
    public void A_Parent_Of_The_Running_Year_Stays_And_One_Of_The_Past_Is_Left_Out()
    {
        var year = new Cycle { Id = CycleId.New(), Name = "FY27", Kind = CycleKind.Year, Start = new DateOnly(2026, 7, 1), End = new DateOnly(2027, 6, 30) };
        var (ofYear, ofQuarter) = (ObjectiveId.New(), ObjectiveId.New());
        var stays = Objective() with { Parent = new ObjectiveParent(ofYear, null), Contribution = "a" };
        var goes = Objective() with { Parent = new ObjectiveParent(ofQuarter, null), Contribution = "b" };
        var plan = new CarryForwardPlan(
            new CycleContents([stays, goes], []), new CycleContents([], []), Next, new Dictionary<ObjectiveId, CycleId> { [ofYear] = year.Id, [ofQuarter] = Ending.Id }, [Ending, Next, year]);

        var drafts = plan.Draft([stays.Id, goes.Id]).Objectives;

        drafts.Select(o => (o.Parent, o.Contribution)).ShouldBe([(stays.Parent, "a"), (null, null)]);
    }

    [Fact]
    public void What_Was_Carried_Before_Is_Not_Carried_Twice()
    {
        var objective = Objective();
        var carried = Objective() with { Cycle = Next.Id, CarriedFrom = objective.Id };

        new CarryForwardPlan(new CycleContents([objective], []), new CycleContents([carried], []), Next, new Dictionary<ObjectiveId, CycleId>(), [Ending, Next])
            .Draft([objective.Id]).Objectives.ShouldBeEmpty();
    }

    private static CarryForwardPlan Plan(IReadOnlyList<Objective> objectives, IReadOnlyList<KeyResult> keyResults) =>
        new(new CycleContents(objectives, keyResults), new CycleContents([], []), Next, new Dictionary<ObjectiveId, CycleId>(), [Ending, Next]);

    private static Objective Objective() => new() { Id = ObjectiveId.New(), Number = 1, Scope = ScopeId.New(), Cycle = Ending.Id, Title = "Payments never stop", State = ObjectiveState.Active };
}
