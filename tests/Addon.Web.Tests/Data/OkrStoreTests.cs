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
    public async Task Numbers_Of_Full_Width_Are_Kept_Exactly(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        var objective = await site.AddObjectiveAsync(await site.AddTeamAsync(Site.Pay));
        var keyResult = await site.AddKeyResultAsync(objective) with { From = -9_999_999_999_998.999999m, To = 0.000001m };

        (await stores.KeyResults.UpdateAsync(site.Tenant, keyResult, Site.Ben, Ct)).ShouldBeTrue();

        (await stores.KeyResults.FindAsync(site.Tenant, keyResult.Id, Ct)).ShouldBe(keyResult with { Version = 2 });
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
    public async Task Current_Value_Is_The_One_Measured_Last_And_Of_Equals_The_One_Recorded_Last(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        var keyResult = await site.AddKeyResultAsync(await site.AddObjectiveAsync(await site.AddTeamAsync(Site.Pay)));
        var today = db.Clock.Now;

        await site.RecordAsync(keyResult, 11, today);
        await site.RecordAsync(keyResult, 10.5m, today);
        await site.RecordAsync(keyResult, 12, today.AddDays(-1));

        var now = (await stores.KeyResults.FindAsync(site.Tenant, keyResult.Id, Ct))!;
        now.Current.ShouldBe(10.5m);
        now.CurrentAt.ShouldBe(today);
        (await stores.Session.FindAsync<int>("SELECT COUNT(*) FROM kr_value WHERE tenant_id = @tenant", new { tenant = site.Tenant.Value }, Ct)).ShouldBe(3);
    }

    [Theory, Engines]
    public async Task Parallel_Values_Are_All_Kept(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        var keyResult = await site.AddKeyResultAsync(await site.AddObjectiveAsync(await site.AddTeamAsync(Site.Pay)));
        var start = db.Clock.Now;

        await Task.WhenAll(Enumerable.Range(1, 20).Select(n => Task.Run(
            async () =>
            {
                await using var mine = db.Scope();
                await mine.KeyResults.AppendValueAsync(
                    site.Tenant, Site.Value(keyResult.Id, n, start.AddMinutes(n)), Ct);
            },
            Ct)));

        (await stores.KeyResults.ListValuesAsync(site.Tenant, keyResult.Id, Ct)).Count.ShouldBe(20);
        (await stores.Session.FindAsync<int>("SELECT MAX(number) FROM kr_value WHERE tenant_id = @tenant", new { tenant = site.Tenant.Value }, Ct)).ShouldBe(20);
    }

    [Theory, Engines]
    public async Task Value_Of_An_Unknown_Key_Result_Is_An_Error(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();

        await Should.ThrowAsync<InvalidOperationException>(() => stores.KeyResults.AppendValueAsync(
            TenantId.New(), Site.Value(KeyResultId.New(), 1, db.Clock.Now), Ct));
    }

    [Theory, Engines]
    public async Task Key_Results_Are_Listed_With_Their_Scope_And_Unknown_Ids_Are_Left_Out(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        var company = await site.AddCompanyAsync();
        var team = await site.AddTeamAsync(Site.Pay);
        var companys = await site.AddKeyResultAsync(await site.AddObjectiveAsync(company));
        var teams = await site.AddKeyResultAsync(await site.AddObjectiveAsync(team));

        var listed = await stores.KeyResults.ListAsync(site.Tenant, [teams.Id, KeyResultId.New(), companys.Id], Ct);

        listed.ToList().ShouldBe([(companys, company.Id, ScopeKind.Company), (teams, team.Id, ScopeKind.Team)]);
        (await stores.KeyResults.ListAsync(site.Tenant, [], Ct)).ShouldBeEmpty();
    }

    [Theory, Engines]
    public async Task Second_Company_And_Second_Team_Of_A_Project_Are_Refused(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        await site.AddCompanyAsync();
        await site.AddTeamAsync(Site.Pay);

        await Should.ThrowAsync<System.Data.Common.DbException>(site.AddCompanyAsync);
        await Should.ThrowAsync<System.Data.Common.DbException>(() => site.AddTeamAsync(Site.Pay));
    }
}
