using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.Objectives;
using Addon.Core.Scopes;
using Shouldly;
using Xunit;

namespace Addon.Core.Tests.Objectives;

public sealed class WriteObjectiveTests
{
    private readonly ObjectiveWorld world = new();

    [Fact]
    public async Task A_Title_Is_Enough_And_Who_Writes_It_Owns_It()
    {
        var added = ObjectiveWorld.Good(await world.AddAsync(new ObjectiveDraft { Title = "  Payments never stop " }));

        added.ShouldSatisfyAllConditions(
            o => o.Title.ShouldBe("Payments never stop"),
            o => o.Owner.ShouldBe(ObjectiveWorld.Lead),
            o => o.State.ShouldBe(ObjectiveState.Draft),
            o => o.IsAlignedOrReasoned.ShouldBeFalse());
        world.Audit.ShouldHaveSingleItem().Action.ShouldBe("objective.added");
    }

    [Theory]
    [InlineData("title", "objective.title_missing")]
    [InlineData("why", "objective.why_too_long")]
    [InlineData("contribution", "objective.contribution_too_long")]
    [InlineData("standaloneReason", "objective.standalone_reason_too_long")]
    [InlineData("owner", "objective.owner_invalid")]
    public async Task What_Cannot_Be_Kept_Is_Refused_At_Its_Field(string field, string code)
    {
        var draft = ObjectiveWorld.Draft();
        draft = field switch
        {
            "title" => draft with { Title = " " },
            "why" => draft with { Why = new string('x', ObjectiveDraft.MaxWhy + 1) },
            "contribution" => draft with { Contribution = new string('x', ObjectiveDraft.MaxContribution + 1) },
            "standaloneReason" => draft with { StandaloneReason = new string('x', ObjectiveDraft.MaxStandaloneReason + 1) },
            _ => draft with { Owner = new AccountId("with space") },
        };

        var refused = await world.AddAsync(draft);

        refused.Error!.Fields.ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Field.ShouldBe(field), f => f.Code.ShouldBe(code));
        world.Audit.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_Serves_Something_Or_Stands_Alone_But_Not_Both()
    {
        var above = ObjectiveWorld.Good(await world.AddAsync(ObjectiveWorld.Draft("Grow"), world.Company));

        (await world.AddAsync(ObjectiveWorld.Draft() with { ParentObjective = above.Id, StandaloneReason = "Keeps the lights on" })).Error!.Code
            .ShouldBe("objective.parent_and_reason");
        ObjectiveWorld.Good(await world.AddAsync(ObjectiveWorld.Draft() with { StandaloneReason = "Keeps the lights on" })).IsAlignedOrReasoned.ShouldBeTrue();
        ObjectiveWorld.Good(await world.AddAsync(ObjectiveWorld.Draft() with { ParentObjective = above.Id, Contribution = "Fewer outages" })).IsAlignedOrReasoned.ShouldBeTrue();
    }

    [Fact]
    public async Task A_Key_Result_Above_Brings_Its_Objective_Along()
    {
        var above = ObjectiveWorld.Good(await world.AddAsync(ObjectiveWorld.Draft("Grow"), world.Department));
        var keyResult = world.AddKeyResult(above);

        var added = ObjectiveWorld.Good(await world.AddAsync(ObjectiveWorld.Draft() with { ParentKeyResult = keyResult.Id }));

        added.Parent.ShouldBe(new ObjectiveParent(above.Id, keyResult.Id));
        (await world.AddAsync(ObjectiveWorld.Draft() with { ParentKeyResult = keyResult.Id, ParentObjective = above.Id })).Error!.Code.ShouldBe("objective.two_parents");
    }

    [Theory]
    [InlineData(ScopeKind.Team, ScopeKind.Team)]
    [InlineData(ScopeKind.Department, ScopeKind.Team)]
    [InlineData(ScopeKind.Department, ScopeKind.Department)]
    [InlineData(ScopeKind.Company, ScopeKind.Team)]
    [InlineData(ScopeKind.Company, ScopeKind.Company)]
    public async Task Nothing_Serves_What_Stands_Beside_Or_Below_It(ScopeKind child, ScopeKind parent)
    {
        var below = ObjectiveWorld.Good(await world.AddAsync(ObjectiveWorld.Draft("Below"), Of(parent)));

        var refused = await world.AddAsync(ObjectiveWorld.Draft() with { ParentObjective = below.Id }, Of(child));

        refused.Error!.Fields.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            f => f.Field.ShouldBe("parentObjectiveId"), f => f.Code.ShouldBe("objective.parent_not_higher"));
    }

    [Fact]
    public async Task A_Circle_That_Came_From_Elsewhere_Is_Not_Closed_By_An_Edit()
    {
        var company = ObjectiveWorld.Good(await world.AddAsync(ObjectiveWorld.Draft("Grow"), world.Company));
        var department = ObjectiveWorld.Good(await world.AddAsync(ObjectiveWorld.Draft("Sell") with { ParentObjective = company.Id }, world.Department));
        var team = ObjectiveWorld.Good(await world.AddAsync(ObjectiveWorld.Draft()));
        world.Objectives[company.Id] = company with { Parent = new ObjectiveParent(team.Id, null) };

        (await world.EditAsync(team, ObjectiveWorld.Draft() with { ParentObjective = department.Id })).Error!.Code.ShouldBe("objective.parent_circle");
        (await world.EditAsync(team, ObjectiveWorld.Draft() with { ParentObjective = team.Id })).Error!.Code.ShouldBe("objective.parent_not_higher");
    }

    [Fact]
    public async Task A_Parent_Has_To_Be_There()
    {
        (await world.AddAsync(ObjectiveWorld.Draft() with { ParentObjective = ObjectiveId.New() })).Error!.Fields.Single().ShouldSatisfyAllConditions(
            f => f.Field.ShouldBe("parentObjectiveId"), f => f.Code.ShouldBe("objective.parent_not_found"));
        (await world.AddAsync(ObjectiveWorld.Draft() with { ParentKeyResult = KeyResultId.New() })).Error!.Fields.Single().ShouldSatisfyAllConditions(
            f => f.Field.ShouldBe("parentKeyResultId"), f => f.Code.ShouldBe("objective.parent_not_found"));
    }

    [Fact]
    public async Task Cycles_Have_To_Overlap_And_May_Reach_Beyond()
    {
        var yearly = ObjectiveWorld.Good(await world.AddAsync(ObjectiveWorld.Draft("Grow"), world.Company, world.Year));
        var next = ObjectiveWorld.Good(await world.AddAsync(ObjectiveWorld.Draft("Grow on"), world.Company, world.NextQuarter));

        ObjectiveWorld.Good(await world.AddAsync(ObjectiveWorld.Draft() with { ParentObjective = yearly.Id }, cycle: world.Quarter));
        (await world.AddAsync(ObjectiveWorld.Draft() with { ParentObjective = next.Id }, cycle: world.Quarter)).Error!.Code.ShouldBe("objective.parent_not_overlapping");
        (await world.AddAsync(ObjectiveWorld.Draft() with { ParentObjective = yearly.Id }, cycle: world.NextQuarter)).Error!.Code.ShouldBe("objective.parent_not_overlapping");
    }

    [Theory]
    [InlineData("2026-10-01", "2026-12-31", true, false)]
    [InlineData("2026-12-31", "2027-01-31", true, true)]
    [InlineData("2027-01-01", "2027-01-31", false, true)]
    [InlineData("2025-12-01", "2026-01-01", true, true)]
    [InlineData("2025-12-01", "2027-12-31", true, true)]
    public void Overlap_And_Mismatch_Count_The_Last_Day_In(string start, string end, bool overlaps, bool isMismatch)
    {
        var child = world.Year with { Start = DateOnly.Parse(start, null), End = DateOnly.Parse(end, null) };

        PeriodRule.Overlap(child, world.Year).ShouldBe(overlaps);
        PeriodRule.IsMismatch(child, world.Year).ShouldBe(isMismatch);
    }

    [Fact]
    public async Task Without_A_Cycle_It_Is_The_Shortest_That_Runs_Today_Or_Else_The_Quarter()
    {
        ObjectiveWorld.Good(await world.AddToProjectAsync(ObjectiveWorld.Project, ObjectiveWorld.Lead)).Cycle.ShouldBe(world.Quarter.Id);

        world.SetCycle(CycleState.Closed);
        ObjectiveWorld.Good(await world.AddToProjectAsync(ObjectiveWorld.Project, ObjectiveWorld.Lead)).Cycle.ShouldBe(world.Year.Id);

        world.Remove(world.Year);
        (await world.AddToProjectAsync(ObjectiveWorld.Project, ObjectiveWorld.Lead)).Error!.Code.ShouldBe("cycle.closed");

        world.Remove(world.Quarter);
        ObjectiveWorld.Good(await world.AddToProjectAsync(ObjectiveWorld.Project, ObjectiveWorld.Lead));
        world.Cycles.ShouldContain(c => c.Name == "2026 Q4" && c.State == CycleState.Active);
    }

    [Fact]
    public async Task A_Cycle_That_Is_Named_Has_To_Be_There() =>
        (await world.AddToProjectAsync(ObjectiveWorld.Project, ObjectiveWorld.Lead, CycleId.New())).Error!.Code.ShouldBe("objective.cycle_not_found");

    [Fact]
    public async Task The_First_Objective_Of_A_Project_Makes_Its_Team_And_A_Refused_One_Does_Not()
    {
        var before = world.Scopes.Count();
        (await world.AddToProjectAsync(ObjectiveWorld.Unmapped, ObjectiveWorld.Lead)).Error!.Code.ShouldBe("okr.edit_not_allowed");
        (await world.AddToProjectAsync(ObjectiveWorld.Unmapped, ObjectiveWorld.ProjectAdmin, draft: ObjectiveWorld.Draft() with { ParentObjective = ObjectiveId.New() }))
            .Error!.Code.ShouldBe("objective.parent_not_found");
        world.Scopes.Count().ShouldBe(before);
        world.Audit.ShouldBeEmpty();

        ObjectiveWorld.Good(await world.AddToProjectAsync(ObjectiveWorld.Unmapped, ObjectiveWorld.ProjectAdmin));

        world.Scopes.ShouldContain(s => s.Name == "Search" && s.Kind == ScopeKind.Team && s.MappingOwner == ObjectiveWorld.ProjectAdmin);
        world.Audit.Select(a => a.Action).ShouldBe(["scope.added", "scope.project_mapped", "objective.added"]);
    }

    [Fact]
    public async Task An_Edit_Replaces_What_It_Says_And_Keeps_The_Rest()
    {
        var before = await world.InStateAsync(ObjectiveState.Active);
        world.Audit.Clear();

        var after = ObjectiveWorld.Good(await world.EditAsync(before, ObjectiveWorld.Draft("Payments never sleep") with { Why = "Customers left\nlast year" }));

        after.ShouldBe(before with { Title = "Payments never sleep", Why = "Customers left\nlast year", Version = before.Version + 1 });
        world.Audit.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            a => a.Before["title"].ShouldBe("Payments never stop"), a => a.After["title"].ShouldBe("Payments never sleep"));
    }

    [Fact]
    public async Task An_Edit_Of_An_Old_Version_Loses_And_Leaves_Nothing()
    {
        var seen = await world.InStateAsync(ObjectiveState.Draft);
        ObjectiveWorld.Good(await world.EditAsync(seen, ObjectiveWorld.Draft("First")));
        world.Audit.Clear();

        (await world.EditAsync(seen, ObjectiveWorld.Draft("Second"))).Error!.Code.ShouldBe("objective.changed_meanwhile");
        (await world.DiscardAsync(seen)).Error!.Code.ShouldBe("objective.changed_meanwhile");
        (await world.MoveAsync(seen, ObjectiveState.Active)).Error!.Code.ShouldBe("objective.changed_meanwhile");

        world.Objectives[seen.Id].Title.ShouldBe("First");
        world.Audit.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_Is_Slower_By_A_Moment_Loses_Too()
    {
        var seen = await world.InStateAsync(ObjectiveState.Draft);
        world.Objectives.BeforeUpdate = () => world.Objectives[seen.Id] = seen with { Title = "Theirs", Version = 2 };

        (await world.EditAsync(seen, ObjectiveWorld.Draft("Mine"))).Error!.Code.ShouldBe("objective.changed_meanwhile");

        world.Objectives[seen.Id].Title.ShouldBe("Theirs");
    }

    [Fact]
    public async Task An_Active_Objective_Keeps_An_Owner_And_A_Closed_One_Keeps_Everything()
    {
        var active = await world.InStateAsync(ObjectiveState.Active);
        (await world.EditAsync(active, ObjectiveWorld.Draft() with { Owner = null })).Error!.Code.ShouldBe("objective.owner_missing");

        var closed = await world.InStateAsync(ObjectiveState.Closed);
        (await world.EditAsync(closed, ObjectiveWorld.Draft("Rewritten"))).Error!.ShouldSatisfyAllConditions(
            e => e.Code.ShouldBe("objective.closed"), e => e.Kind.ShouldBe(ErrorKind.Conflict));
    }

    [Theory]
    [InlineData(CycleState.Closing, "cycle.closing")]
    [InlineData(CycleState.Closed, "cycle.closed")]
    public async Task Nothing_Is_Begun_Or_Rewritten_Where_Grading_Has_Begun(CycleState state, string code)
    {
        var draft = await world.InStateAsync(ObjectiveState.Draft);
        world.AddKeyResult(draft);
        world.SetCycle(state);

        (await world.AddAsync(ObjectiveWorld.Draft())).Error!.Code.ShouldBe(code);
        (await world.EditAsync(draft, ObjectiveWorld.Draft())).Error!.Code.ShouldBe(code);
        (await world.MoveAsync(draft, ObjectiveState.Active)).Error!.Code.ShouldBe(code);
    }

    [Fact]
    public async Task Only_A_Draft_That_Holds_Nothing_Is_Discarded()
    {
        var company = ObjectiveWorld.Good(await world.AddAsync(ObjectiveWorld.Draft("Grow"), world.Company));
        var served = ObjectiveWorld.Good(await world.AddAsync(ObjectiveWorld.Draft() with { ParentObjective = company.Id }));
        (await world.DiscardAsync(company, ObjectiveWorld.JiraAdmin)).Error!.Code.ShouldBe("objective.is_served");
        world.AddKeyResult(served);
        (await world.DiscardAsync(served)).Error!.Code.ShouldBe("objective.has_key_results");
        (await world.DiscardAsync(await world.InStateAsync(ObjectiveState.Active))).Error!.Code.ShouldBe("objective.not_draft");

        var empty = await world.InStateAsync(ObjectiveState.Draft);
        world.SetCycle(CycleState.Closed);
        (await world.DiscardAsync(empty)).Error!.Code.ShouldBe("cycle.closed");
        world.SetCycle(CycleState.Closing);
        ObjectiveWorld.Good(await world.DiscardAsync(empty));

        world.Objectives.Has(empty.Id).ShouldBeFalse();
        world.Audit[^1].ShouldSatisfyAllConditions(a => a.Action.ShouldBe("objective.discarded"), a => a.After.ShouldBeEmpty());
    }

    [Fact]
    public async Task Who_May_Write_Is_Judged_Before_What_They_Wrote()
    {
        var objective = await world.InStateAsync(ObjectiveState.Draft);
        var bad = new ObjectiveDraft { Title = "" };

        (await world.AddAsync(bad, actor: ObjectiveWorld.Engineer)).Error!.Code.ShouldBe("okr.edit_not_allowed");
        (await world.EditAsync(objective, bad, ObjectiveWorld.Engineer)).Error!.Code.ShouldBe("okr.edit_not_allowed");
        (await world.DiscardAsync(objective, ObjectiveWorld.Engineer)).Error!.Code.ShouldBe("okr.edit_not_allowed");
        (await world.MoveAsync(objective, ObjectiveState.Closed, actor: ObjectiveWorld.Engineer)).Error!.Code.ShouldBe("okr.edit_not_allowed");
        (await world.AddToCompanyAsync(ObjectiveWorld.Lead)).Error!.Code.ShouldBe("okr.company_edit_not_allowed");
        ObjectiveWorld.Good(await world.AddToCompanyAsync(ObjectiveWorld.JiraAdmin));
        (await world.ReadAsync(objective, ObjectiveWorld.Stranger)).Error!.Code.ShouldBe("okr.read_not_allowed");
        ObjectiveWorld.Good(await world.ReadAsync(objective, ObjectiveWorld.Engineer));
        (await world.EditAsync(objective with { Id = ObjectiveId.New() }, bad, ObjectiveWorld.Engineer)).Error!.Code.ShouldBe("objective.not_found");
    }

    private Scope Of(ScopeKind kind) => kind switch
    {
        ScopeKind.Company => world.Company,
        ScopeKind.Department => world.Department,
        _ => world.Team,
    };
}
