using Addon.Core.Common;
using Addon.Core.Company;
using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Numbers;
using Addon.Core.Scopes;
using Addon.Web.Tests.Data;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.CompanyPage;

public sealed class CompanyTreeReaderTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task Scopes_Come_With_Their_Projects_And_Objectives_With_Their_Key_Results(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var data = new CompanyData(stores, TenantId.New());
        var company = await data.AddScopeAsync(ScopeKind.Company, "Company");
        var team = await data.AddScopeAsync(ScopeKind.Team, "Payments", 1);
        await stores.Scopes.MapProjectAsync(data.Tenant, team.Id, new ProjectId(2), CompanyData.Anna, Ct);
        var root = await data.AddObjectiveAsync(company, "Grow");
        var churn = await data.AddKeyResultAsync(root, "Churn");
        var child = await data.AddObjectiveAsync(team, "Payments never stop", root, churn, owner: CompanyData.Anna);
        var alone = await data.AddObjectiveAsync(team, "Keep the books", alone: "The law asks for it");

        var okrs = await stores.CompanyTree.ReadAsync(data.Tenant, null, Ct);

        okrs.Scopes.Select(s => (s.Scope.Name, s.Scope.Kind, string.Join(' ', s.Projects))).ShouldBe([("Company", ScopeKind.Company, ""), ("Payments", ScopeKind.Team, "1 2")]);
        okrs.Cycles.ShouldBe([await data.CycleAsync()]);
        okrs.Objectives.ShouldBe([root, child, alone]);
        okrs.KeyResults.Single().ShouldBe(churn);
    }

    [Theory, Engines]
    public async Task What_Numbers_Need_Is_Read_As_The_Store_Reads_It(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var data = new CompanyData(stores, TenantId.New());
        var company = await data.AddScopeAsync(ScopeKind.Company, "Company");
        var keyResult = await data.AddKeyResultAsync(await data.AddObjectiveAsync(company, "Grow"));
        foreach (var (value, days) in new[] { (11m, 20), (10m, 10), (8.5m, 2) })
        {
            await stores.KeyResults.AppendValueAsync(data.Tenant, Site.Value(keyResult.Id, value, db.Clock.Now.AddDays(-days)), Ct);
        }

        await stores.KeyResults.SaveSummaryAsync(
            data.Tenant, keyResult.Id, SeriesRules.Summarize(keyResult, await stores.KeyResults.ListValuesAsync(data.Tenant, keyResult.Id, Ct), "UTC"), Ct);
        await stores.KeyResults.AppendCheckInAsync(
            data.Tenant, new CheckIn(Guid.CreateVersion7(), keyResult.Id, db.Clock.Now.AddDays(-1), CompanyData.Anna, 8, null, "A note"), Ct);
        var stored = (await stores.KeyResults.FindAsync(data.Tenant, keyResult.Id, Ct))!;
        await stores.KeyResults.UpdateAsync(
            data.Tenant,
            stored with
            {
                Lift = new HealthLift(CompanyData.Anna, db.Clock.Now, "The fix is out"),
                ActivatedAt = db.Clock.Now.AddDays(-30),
                DueOn = new DateOnly(2026, 12, 20),
                Original = new Commitment(12, 4, null, null, new DateOnly(2026, 12, 31)),
                Phases = new ValueList<PhasedTarget>([new PhasedTarget(new DateOnly(2026, 12, 1), 6), new PhasedTarget(new DateOnly(2026, 12, 20), 4)]),
            },
            CompanyData.Anna,
            Ct);

        var whole = (await stores.KeyResults.FindAsync(data.Tenant, keyResult.Id, Ct))!;
        var okrs = await stores.CompanyTree.ReadAsync(data.Tenant, null, Ct);

        var read = okrs.KeyResults.Single();
        read.Current.ShouldBe(8.5m);
        KeyResultNumbers.Of(read, okrs.Cycles[0], company, db.Clock.Now).ShouldBe(KeyResultNumbers.Of(whole, okrs.Cycles[0], company, db.Clock.Now));
    }

    [Theory, Engines]
    public async Task A_Cycle_Comes_With_What_Its_Objectives_Serve_In_Others(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var data = new CompanyData(stores, TenantId.New());
        var year = await data.AddCycleAsync("2026", new(2026, 1, 1), new(2026, 12, 31), kind: CycleKind.Year);
        var quarter = await data.AddCycleAsync("2026 Q4", new(2026, 10, 1), new(2026, 12, 31));
        var past = await data.AddCycleAsync("2026 Q3", new(2026, 7, 1), new(2026, 9, 30), CycleState.Closed);
        var company = await data.AddScopeAsync(ScopeKind.Company, "Company");
        var team = await data.AddScopeAsync(ScopeKind.Team, "Payments", 1);
        var ofYear = await data.AddObjectiveAsync(company, "Grow", cycle: year);
        var unserved = await data.AddObjectiveAsync(company, "Save", cycle: year);
        var ofQuarter = await data.AddObjectiveAsync(team, "Payments never stop", ofYear, cycle: quarter);
        var old = await data.AddObjectiveAsync(team, "Payments stop less", ofYear, cycle: past);

        async Task<IEnumerable<ObjectiveId>> ReadAsync(Cycle? cycle) => (await stores.CompanyTree.ReadAsync(data.Tenant, cycle?.Id, Ct)).Objectives.Select(o => o.Id);

        (await ReadAsync(null)).ShouldBe([ofQuarter.Id, ofYear.Id, unserved.Id], "the active ones");
        (await ReadAsync(quarter)).ShouldBe([ofQuarter.Id, ofYear.Id]);
        (await ReadAsync(past)).ShouldBe([old.Id, ofYear.Id], ignoreOrder: true);
        (await stores.CompanyTree.ReadAsync(data.Tenant, past.Id, Ct)).Cycles.Select(c => c.Name).ShouldBe(["2026 Q4", "2026 Q3", "2026"]);
        (await ReadAsync(year with { Id = CycleId.New() })).ShouldBeEmpty();
    }

    [Theory, Engines]
    public async Task A_Circle_Ends(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var data = new CompanyData(stores, TenantId.New());
        var team = await data.AddScopeAsync(ScopeKind.Team, "Payments", 1);
        var one = await data.AddObjectiveAsync(team, "One");
        var two = await data.AddObjectiveAsync(team, "Two", one);
        await stores.Objectives.UpdateAsync(data.Tenant, one with { Parent = new(two.Id, null) }, CompanyData.Anna, Ct);

        var okrs = await stores.CompanyTree.ReadAsync(data.Tenant, null, Ct);

        okrs.Objectives.Select(o => o.Id).ShouldBe([one.Id, two.Id]);
        CompanyTreeBuilder.Build(okrs, CompanyFilter.None, new CompanySight(new HashSet<ScopeId> { team.Id }, true), db.Clock.Now)
            .Groups.Single().Objectives.Single().Objective.Id.ShouldBe(one.Id);
    }

    [Theory, Engines]
    public async Task Another_Tenant_Sees_Nothing(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var data = new CompanyData(stores, TenantId.New());
        await data.AddKeyResultAsync(await data.AddObjectiveAsync(await data.AddScopeAsync(ScopeKind.Company, "Company"), "Grow"));

        foreach (var cycle in new CycleId?[] { null, (await data.CycleAsync()).Id })
        {
            (await stores.CompanyTree.ReadAsync(TenantId.New(), cycle, Ct)).ShouldSatisfyAllConditions(
                o => o.Scopes.ShouldBeEmpty(), o => o.Cycles.ShouldBeEmpty(), o => o.Objectives.ShouldBeEmpty(), o => o.KeyResults.ShouldBeEmpty());
        }
    }

    [Theory, Engines]
    public async Task Two_Thousand_Objectives_With_Ten_Thousand_Key_Results_Are_One_Round_Trip_Of_Three_Statements(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var data = new CompanyData(stores, TenantId.New());
        await data.AddLargeCompanyAsync(db.Clock.Now);
        var before = db.Commands;

        var okrs = await stores.CompanyTree.ReadAsync(data.Tenant, null, Ct);

        (db.Commands - before).ShouldBe(1);
        Web.Data.Company.CompanySql.Read.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length.ShouldBe(3);
        (okrs.Objectives.Count, okrs.KeyResults.Count, okrs.Scopes.Count).ShouldBe((2000, 10_000, 111));
        okrs.KeyResults.ShouldAllBe(k => k.Current == 9 && k.From == 12 && k.To == 4);
    }
}
