using Addon.Core.Common;
using Addon.Core.Company;
using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Numbers;
using Addon.Core.Objectives;
using Shouldly;
using Xunit;
using static Addon.Core.Tests.Company.CompanySamples;

namespace Addon.Core.Tests.Company;

public sealed class CompanyTreeBuilderTests
{
    private readonly CompanySamples _company = new();

    [Fact]
    public void An_Objective_Stands_Under_The_Key_Result_That_It_Serves_And_Else_Under_The_Objective()
    {
        var root = _company.Add(_company.Company);
        var churn = _company.AddKeyResult(root);
        var through = _company.Add(_company.Sales, root, churn);
        var asAWhole = _company.Add(_company.Sales, root);
        var team = _company.Add(_company.Pay, through);

        var tree = _company.Build(null, _company.Pay);

        var top = tree.Roots.ShouldHaveSingleItem();
        top.KeyResults.Single().Served.By.Single().Objective.ShouldBe(through);
        top.Served.By.Single().Objective.ShouldBe(asAWhole);
        top.KeyResults.Single().Served.By.Single().Served.By.Single().Objective.ShouldBe(team);
        tree.Groups.ShouldBeEmpty();
    }

    [Fact]
    public void A_Key_Result_Of_Another_Objective_Hides_Nothing()
    {
        var root = _company.Add(_company.Company);
        var other = _company.AddKeyResult(_company.Add(_company.Company));
        var child = _company.Add(_company.Sales, root, other);

        _company.Build().Roots[0].Served.By.Single().Objective.ShouldBe(child);
    }

    [Fact]
    public void What_Serves_Nothing_Comes_By_Reason_And_Scope()
    {
        _company.Add(_company.Web);
        _company.Add(_company.Pay);
        _company.Add(_company.Sales, alone: "The law asks for it");
        _company.Add(_company.Pay);

        var groups = _company.Build(null, _company.Pay, _company.Web).Groups;

        groups.Select(g => (g.Place, g.Scope.Name, string.Join(' ', g.Objectives.Select(o => o.Objective.Key)))).ShouldBe(
        [
            (CompanyPlace.Standalone, "Sales", "O-3"),
            (CompanyPlace.Unconnected, "Payments", "O-2 O-4"),
            (CompanyPlace.Unconnected, "Web", "O-1"),
        ]);
    }

    [Fact]
    public void Teams_That_Cannot_Be_Seen_Are_Counted_Where_They_Serve()
    {
        var root = _company.Add(_company.Company);
        var churn = _company.AddKeyResult(root);
        _company.Add(_company.Pay, root, churn);
        _company.Add(_company.Pay, root, churn);
        _company.Add(_company.Web, root);
        _company.Add(_company.Web);

        var tree = _company.Build(null, _company.Pay);

        tree.Roots.Single().KeyResults.Single().Served.ShouldSatisfyAllConditions(s => s.By.Count.ShouldBe(2), s => s.Hidden.ShouldBe(0));
        tree.Roots.Single().Served.ShouldSatisfyAllConditions(s => s.By.ShouldBeEmpty(), s => s.Hidden.ShouldBe(1));
        tree.Groups.ShouldBeEmpty();
        (tree.Visible, tree.Hidden).ShouldBe((3, 2));
        tree.CountScopes().Select(c => c.Scope.Name).ShouldBe(["Company", "Payments"]);
        tree.Owners().ShouldBeEmpty();
    }

    [Fact]
    public void A_Filter_Tells_Nothing_Of_Teams_That_Cannot_Be_Seen()
    {
        var root = _company.Add(_company.Company);
        _company.AddKeyResult(_company.Add(_company.Web, root), owner: Anna);

        var tree = _company.Build(new CompanyFilter(null, Anna, null));

        tree.Found.ShouldBe(0);
        tree.Roots.ShouldBeEmpty();
        tree.Hidden.ShouldBe(1, "as many as without the filter");
        tree.Owners().ShouldNotContain(Anna);
    }

    [Fact]
    public void A_Filter_Shows_What_Fits_And_What_Stands_Above_It()
    {
        var root = _company.Add(_company.Company);
        var churn = _company.AddKeyResult(root);
        var annas = _company.Add(_company.Pay, root, churn);
        _company.AddKeyResult(annas, owner: Anna);
        _company.Add(_company.Pay, root);
        _company.Add(_company.Company);

        var tree = _company.Build(new CompanyFilter(null, Anna, null), _company.Pay);

        All(tree).Select(o => (o.Objective, o.IsMatch)).ShouldBe([(root, false), (annas, true)]);
        (tree.Found, tree.Visible).ShouldBe((1, 4));
    }

    [Fact]
    public void Owner_And_Health_Are_Asked_Of_The_Same_Thing()
    {
        var mixed = _company.Add(_company.Company);
        _company.AddKeyResult(mixed, KeyResultState.Draft, Anna);
        _company.AddKeyResult(mixed, KeyResultState.Killed);

        _company.Build(new CompanyFilter(null, Anna, Health.Draft)).Found.ShouldBe(1);
        _company.Build(new CompanyFilter(null, Anna, Health.Killed)).Found.ShouldBe(0);
        _company.Build(new CompanyFilter(null, null, Health.Killed)).Found.ShouldBe(1);
    }

    [Fact]
    public void What_Is_Served_Is_Shown_From_Another_Cycle_And_A_Mismatch_Is_Flagged()
    {
        var past = Quarter with { Id = CycleId.New(), Name = "2026 Q3", State = CycleState.Closed, Start = new(2026, 7, 1), End = new(2026, 9, 30) };
        var ofYear = _company.Add(_company.Company, cycle: Year);
        var ofPast = _company.Add(_company.Company, cycle: past);
        var within = _company.Add(_company.Sales, ofYear);
        var outside = _company.Add(_company.Sales, ofPast);
        var okrs = _company.Okrs with { Cycles = [Quarter, Year, past] };

        var tree = CompanyTreeBuilder.Build(okrs, CompanyFilter.None with { Cycle = Quarter.Id }, CompanySight.Unknown, Now);

        tree.Roots.Select(r => (r.Objective, r.IsMatch)).ShouldBe([(ofYear, false), (ofPast, false)]);
        tree.Find(within.Id)!.OutsideOf.ShouldBeNull();
        tree.Find(outside.Id)!.OutsideOf.ShouldBe(past);
        (tree.Found, tree.Visible).ShouldBe((2, 2));
    }

    [Fact]
    public void What_Hidden_Teams_Serve_Is_Shown_From_Another_Cycle_Too()
    {
        var ofYear = _company.Add(_company.Company, cycle: Year);
        _company.Add(_company.Web, ofYear);

        var tree = _company.Build(CompanyFilter.None with { Cycle = Quarter.Id });

        tree.Roots.Single().Served.Hidden.ShouldBe(1);
    }

    [Fact]
    public void What_Serves_Something_That_Is_Not_Here_Stands_Elsewhere()
    {
        var hidden = _company.Add(_company.Web);
        var child = _company.Add(_company.Pay, hidden);
        var gone = _company.Add(_company.Pay);
        _company.Replace(gone with { Parent = new ObjectiveParent(ObjectiveId.New(), null) });

        var group = _company.Build(null, _company.Pay).Groups.ShouldHaveSingleItem();

        group.Place.ShouldBe(CompanyPlace.Elsewhere);
        group.Objectives.Select(o => o.Objective.Id).ShouldBe([child.Id, gone.Id]);
    }

    [Fact]
    public void A_Circle_Is_Cut_At_Its_Lowest_Number()
    {
        var one = _company.Add(_company.Pay);
        var two = _company.Add(_company.Pay, one);
        var three = _company.Add(_company.Pay, two);
        var into = _company.Add(_company.Pay, two);
        _company.Replace(one with { Parent = new ObjectiveParent(three.Id, null) });

        var tree = _company.Build(null, _company.Pay);

        tree.Groups.Single().ShouldSatisfyAllConditions(g => g.Place.ShouldBe(CompanyPlace.Elsewhere), g => g.Objectives.Single().Objective.Id.ShouldBe(one.Id));
        All(tree).Select(o => o.Objective.Id).ShouldBe([one.Id, two.Id, three.Id, into.Id], ignoreOrder: true);
    }

    [Theory]
    [InlineData(9, 10, AlignmentLevel.Healthy)]
    [InlineData(89, 100, AlignmentLevel.Watch)]
    [InlineData(8, 10, AlignmentLevel.Watch)]
    [InlineData(79, 100, AlignmentLevel.Low)]
    [InlineData(0, 1, AlignmentLevel.Low)]
    public void The_Share_Has_A_Word(int said, int total, AlignmentLevel level) => new Alignment(said, total).Level.ShouldBe(level);

    [Fact]
    public void Without_An_Objective_There_Is_No_Share() => new Alignment(0, 0).ShouldSatisfyAllConditions(a => a.Share.ShouldBeNull(), a => a.Level.ShouldBeNull());

    [Fact]
    public void The_Share_Is_Of_The_Active_Objectives_Below_The_Company()
    {
        var root = _company.Add(_company.Company);
        _company.Add(_company.Web, root);
        _company.Add(_company.Pay, alone: "A duty");
        _company.Add(_company.Pay);
        _company.Add(_company.Pay, state: ObjectiveState.Draft);
        _company.Add(_company.Pay, state: ObjectiveState.Closed);

        var tree = _company.Build();

        tree.Alignment.ShouldBe(new Alignment(2, 3));
        _company.Build(null, _company.Pay).CountScopes().Single(c => c.Scope == _company.Pay).Unconnected.ShouldBe(1);
    }
}
