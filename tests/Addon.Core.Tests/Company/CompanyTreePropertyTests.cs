using Addon.Core.Company;
using Addon.Core.KeyResults;
using Addon.Core.Objectives;
using Addon.Core.Scopes;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using static Addon.Core.Tests.Company.CompanySamples;

namespace Addon.Core.Tests.Company;

/// <summary>What holds for every company, also for one whose data nobody could have written: circles, parents in lower scopes, key results of somebody else.</summary>
public sealed class CompanyTreePropertyTests
{
    private static readonly Arbitrary<Sample> Companies = (
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from size in Gen.Choose(0, 40)
        select Sample.Of(seed, size)).ToArbitrary();

    [Fact]
    public void Every_Objective_That_May_Be_Seen_Stands_In_Exactly_One_Place() => Prop.ForAll(Companies, sample =>
    {
        var tree = sample.Build(CompanyFilter.None);

        All(tree).Select(o => o.Objective.Id).ShouldBe(sample.Visible.Select(o => o.Id), ignoreOrder: true);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_Of_A_Team_That_Cannot_Be_Seen_Is_Shown() => Prop.ForAll(Companies, sample =>
    {
        var tree = sample.Build(CompanyFilter.None);

        All(tree).ShouldAllBe(o => sample.IsVisible(o.Scope));
        tree.Hidden.ShouldBe(sample.Company.Okrs.Objectives.Count - sample.Visible.Count);
        All(tree).Sum(o => o.KeyResults.Sum(k => k.Served.Hidden) + o.Served.Hidden).ShouldBeLessThanOrEqualTo(tree.Hidden);
        tree.CountScopes().ShouldAllBe(c => sample.IsVisible(c.Scope));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_Filter_Keeps_What_Fits_Each_Once_And_Its_Ancestors_In_Their_Place() => Prop.ForAll(Companies, sample =>
    {
        var all = sample.Build(CompanyFilter.None);
        var annas = sample.Build(new CompanyFilter(null, Anna, null));

        var shown = All(annas).ToList();
        shown.Select(o => o.Objective.Id).ShouldBeUnique();
        shown.Where(o => o.IsMatch).Select(o => o.Objective.Id).ShouldBe(
            All(all).Where(o => o.Objective.Owner == Anna || o.KeyResults.Any(k => k.KeyResult.Owner == Anna)).Select(o => o.Objective.Id), ignoreOrder: true);
        annas.Found.ShouldBe(shown.Count(o => o.IsMatch));

        // Whatever is there without fitting leads to something that does, and nothing hangs elsewhere than in the whole tree.
        shown.Where(o => !o.IsMatch).ShouldAllBe(o => Below(o).Any(b => b.IsMatch));
        var parents = ParentsOf(all);
        foreach (var (child, parent) in ParentsOf(annas))
        {
            parents[child].ShouldBe(parent);
        }
    }).QuickCheckThrowOnFailure();

    private static IEnumerable<CompanyObjective> ServedBy(CompanyObjective objective) => objective.KeyResults.SelectMany(k => k.Served.By).Concat(objective.Served.By);

    private static IEnumerable<CompanyObjective> Below(CompanyObjective objective) => ServedBy(objective).SelectMany(o => Below(o).Prepend(o));

    private static Dictionary<Guid, Guid> ParentsOf(CompanyTree tree) =>
        All(tree).SelectMany(p => ServedBy(p).Select(c => (Child: c, Parent: p))).ToDictionary(l => l.Child.Objective.Id.Value, l => l.Parent.Objective.Id.Value);

    private sealed record Sample(CompanySamples Company, Scope[] Teams, int Seed, int Size)
    {
        public IReadOnlyList<Objective> Visible =>
            [.. Company.Okrs.Objectives.Where(o => IsVisible(Company.Okrs.Scopes.Single(s => s.Scope.Id == o.Scope).Scope))];

        public static Sample Of(int seed, int size)
        {
            var random = new Random(seed);
            var company = new CompanySamples();
            Scope[] scopes = [company.Company, company.Sales, company.Pay, company.Web];
            List<Objective> objectives = [];
            List<KeyResult> keyResults = [];
            for (var i = 0; i < size; i++)
            {
                var objective = company.Add(scopes[random.Next(4)], alone: random.Next(4) == 0 ? "A duty" : null);
                if (random.Next(4) == 0)
                {
                    objective = objective with { Owner = Anna };
                }

                objectives.Add(objective);
                if (random.Next(2) == 0)
                {
                    keyResults.Add(company.AddKeyResult(objective, (KeyResultState)random.Next(5), random.Next(3) == 0 ? Anna : null));
                }
            }

            foreach (var objective in objectives)
            {
                var parent = random.Next(3) == 0 ? null : new ObjectiveParent(
                    objectives[random.Next(size)].Id, keyResults.Count > 0 && random.Next(2) == 0 ? keyResults[random.Next(keyResults.Count)].Id : null);
                company.Replace(objective with { Parent = parent });
            }

            return new Sample(company, random.Next(2) == 0 ? [company.Pay] : [], seed, size);
        }

        public bool IsVisible(Scope scope) => scope.Kind != ScopeKind.Team || Teams.Contains(scope);

        public CompanyTree Build(CompanyFilter filter) => Company.Build(filter, Teams);
    }
}
