using Addon.Core.Common;
using Addon.Core.Objectives;
using Addon.Core.Scopes;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Data;

public sealed class OkrStoreTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task Objective_And_Key_Result_Come_Back_As_They_Were(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        var company = await site.AddObjectiveAsync(await site.AddCompanyAsync(), "Grow");
        var companyKeyResult = await site.AddKeyResultAsync(company);
        var team = await site.AddTeamAsync(Site.Pay);

        var objective = await site.AddObjectiveAsync(team, "Trust", new ObjectiveParent(company.Id, companyKeyResult.Id));
        var keyResult = await site.AddKeyResultAsync(objective);

        (await stores.Objectives.FindAsync(site.Tenant, objective.Id, Ct)).ShouldBe(objective);
        (await stores.KeyResults.FindAsync(site.Tenant, keyResult.Id, Ct)).ShouldBe(keyResult);
        (await stores.Scopes.FindAsync(site.Tenant, team.Id, Ct)).ShouldBe(team);
        (await stores.Scopes.FindOfProjectAsync(site.Tenant, Site.Pay, Ct)).ShouldBe(team);
        (await stores.Scopes.FindCompanyAsync(site.Tenant, Ct))!.Kind.ShouldBe(ScopeKind.Company);
        (await stores.Scopes.ListProjectsAsync(site.Tenant, team.Id, Ct)).ShouldBe([Site.Pay]);
        (await stores.Cycles.FindAsync(site.Tenant, "2026 Q4", Ct)).ShouldBe(await site.CycleAsync());
    }

    [Theory, Engines]
    public async Task Numbers_Are_Counted_Per_Tenant_And_Never_Given_Twice(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var tenant = TenantId.New();

        var given = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(
            async () =>
            {
                await using var mine = db.Scope();
                return await mine.KeyResults.NextNumberAsync(tenant, Ct);
            },
            Ct)));

        given.Order().ShouldBe(Enumerable.Range(1, 20));
        (await stores.Objectives.NextNumberAsync(tenant, Ct)).ShouldBe(1);
        (await stores.KeyResults.NextNumberAsync(TenantId.New(), Ct)).ShouldBe(1);
    }

    [Theory, Engines]
    public async Task Edit_Of_An_Older_Version_Is_Refused(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        var objective = await site.AddObjectiveAsync(await site.AddTeamAsync(Site.Pay));

        (await stores.Objectives.UpdateAsync(site.Tenant, objective with { Title = "First" }, Site.Anna, Ct)).ShouldBeTrue();
        (await stores.Objectives.UpdateAsync(site.Tenant, objective with { Title = "Second" }, Site.Ben, Ct)).ShouldBeFalse();

        (await stores.Objectives.FindAsync(site.Tenant, objective.Id, Ct)).ShouldBe(objective with { Title = "First", Version = 2 });
    }

    [Theory, Engines]
    public async Task Second_Company_Is_Refused_And_A_Second_Team_Takes_The_Project(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        await site.AddCompanyAsync();
        var first = await site.AddTeamAsync(Site.Pay);

        await Should.ThrowAsync<System.Data.Common.DbException>(site.AddCompanyAsync);
        var second = await site.AddTeamAsync(Site.Pay);

        (await stores.Scopes.FindOfProjectAsync(site.Tenant, Site.Pay, Ct)).ShouldBe(second);
        (await stores.Scopes.ListProjectsAsync(site.Tenant, first.Id, Ct)).ShouldBeEmpty();
    }
}
