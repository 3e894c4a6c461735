using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Lint;
using Addon.Core.Objectives;
using Addon.Core.Scopes;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Data;

public sealed class KeyResultStoreTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

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
    public async Task Every_Field_Comes_Back_As_It_Was(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        var objective = await site.AddObjectiveAsync(await site.AddTeamAsync(Site.Pay));
        var earlier = await site.AddKeyResultAsync(objective);
        var bare = new KeyResult
        {
            Id = KeyResultId.New(),
            Number = 90,
            Objective = objective.Id,
            Title = "Something about incidents",
            Direction = KeyResultDirection.Increase,
            State = KeyResultState.Draft,
            CarriedFrom = earlier.Id,
        };
        await stores.KeyResults.AddAsync(site.Tenant, bare, Site.Anna, Ct);
        (await stores.KeyResults.FindAsync(site.Tenant, bare.Id, Ct)).ShouldBe(bare);

        var full = bare with
        {
            Metric = "P1",
            Direction = KeyResultDirection.KeepBetween,
            From = 12.5m,
            To = -4,
            Low = 1.000001m,
            High = 2,
            Unit = "%",
            Per = KeyResultPeriod.Week,
            Weight = 100,
            Owner = Site.Ben,
            HowWorkMovesIt = "Each fix ends one cause",
            Source = KeyResultSource.LinkedWork,
            Phases = new([new(new(2026, 11, 1), 9), new(new(2026, 12, 1), -4)]),
            DueOn = new(2026, 12, 1),
            State = KeyResultState.Killed,
            BaseliningSince = db.Clock.Now.AddDays(-9),
            ActivatedAt = db.Clock.Now.AddDays(-8),
            EndedAt = db.Clock.Now,
            DormantSince = db.Clock.Now.AddDays(-1),
            EndReason = "Dead",
            Redirect = "Login",
            Original = new Commitment(12.5m, 3, null, 9, new(2026, 12, 31)),
            Lift = new HealthLift(Site.Anna, db.Clock.Now, "Soon"),
            AcceptedHints = new(["O1", "R1"]),
        };
        (await stores.KeyResults.UpdateAsync(site.Tenant, full, Site.Ben, Ct)).ShouldBeTrue();
        (await stores.KeyResults.UpdateAsync(site.Tenant, full, Site.Ben, Ct)).ShouldBeFalse();

        (await stores.KeyResults.FindAsync(site.Tenant, bare.Id, Ct)).ShouldBe(full with { Version = 2 });
        (await stores.KeyResults.ListOfAsync(site.Tenant, objective.Id, Ct)).ShouldBe([earlier, full with { Version = 2 }]);
    }

    [Theory, Engines]
    public async Task A_Series_Keeps_Everything_Of_Its_Values_And_Each_Key_Once(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        var keyResult = await site.AddKeyResultAsync(await site.AddObjectiveAsync(await site.AddTeamAsync(Site.Pay)));
        var first = Site.Value(keyResult.Id, 9, db.Clock.Now.AddDays(-400)) with { Note = "Two\nlines", Source = KeyResultSource.Api, IdempotencyKey = "k-1", RecordedAt = db.Clock.Now };
        var second = Site.Value(keyResult.Id, 8, db.Clock.Now) with { Corrects = first.Id, Actor = null };

        await stores.KeyResults.AppendValueAsync(site.Tenant, first, Ct);
        await stores.KeyResults.AppendValueAsync(site.Tenant, second, Ct);
        await Should.ThrowAsync<System.Data.Common.DbException>(() =>
            stores.KeyResults.AppendValueAsync(site.Tenant, Site.Value(keyResult.Id, 7, db.Clock.Now) with { IdempotencyKey = "k-1" }, Ct));

        (await stores.KeyResults.ListValuesAsync(site.Tenant, keyResult.Id, Ct)).ShouldBe([first, second]);
    }

    [Theory, Engines]
    public async Task The_Last_Check_In_Stands_At_The_Key_Result_And_No_Version_Grows(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        var keyResult = await site.AddKeyResultAsync(await site.AddObjectiveAsync(await site.AddTeamAsync(Site.Pay)));
        var late = new CheckIn(Guid.CreateVersion7(), keyResult.Id, db.Clock.Now, Site.Ben, 7, Guid.CreateVersion7(), "Two\nlines");
        var early = new CheckIn(Guid.CreateVersion7(), keyResult.Id, db.Clock.Now.AddDays(-7), Site.Anna, 0, null, null);

        await stores.KeyResults.AppendCheckInAsync(site.Tenant, late, Ct);
        await stores.KeyResults.AppendCheckInAsync(site.Tenant, early, Ct);

        (await stores.KeyResults.ListCheckInsAsync(site.Tenant, keyResult.Id, Ct)).ShouldBe([early, late]);
        (await stores.KeyResults.FindAsync(site.Tenant, keyResult.Id, Ct)).ShouldBe(keyResult with { LastCheckIn = new CheckInSummary(late.At, Site.Ben, 7, "Two\nlines") });
    }

    [Theory, Engines]
    public async Task Target_Changes_And_Co_Authors_Come_Back_In_Their_Order(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        var keyResult = await site.AddKeyResultAsync(await site.AddObjectiveAsync(await site.AddTeamAsync(Site.Pay)));
        var before = new Commitment(12, 4, null, null, new(2026, 12, 31));
        var later = new TargetChange(Guid.CreateVersion7(), keyResult.Id, db.Clock.Now, Site.Anna, before, before with { To = 6.000001m }, true, "Half the team left");
        var earlier = new TargetChange(Guid.CreateVersion7(), keyResult.Id, db.Clock.Now.AddDays(-1), Site.Ben, before, before with { To = 3 }, false, null);
        var anna = new CoAuthor(Site.Anna, Site.Ben, db.Clock.Now, null);
        var ben = new CoAuthor(Site.Ben, Site.Anna, db.Clock.Now.AddDays(-1), null);

        await stores.KeyResults.AppendTargetChangeAsync(site.Tenant, later, Ct);
        await stores.KeyResults.AppendTargetChangeAsync(site.Tenant, earlier, Ct);
        await stores.KeyResults.SaveCoAuthorAsync(site.Tenant, keyResult.Id, anna, Ct);
        await stores.KeyResults.SaveCoAuthorAsync(site.Tenant, keyResult.Id, ben, Ct);
        await stores.KeyResults.SaveCoAuthorAsync(site.Tenant, keyResult.Id, anna with { AcceptedAt = db.Clock.Now }, Ct);

        (await stores.KeyResults.ListTargetChangesAsync(site.Tenant, keyResult.Id, Ct)).ShouldBe([earlier, later]);
        (await stores.KeyResults.ListCoAuthorsAsync(site.Tenant, keyResult.Id, Ct)).ShouldBe([ben, anna with { AcceptedAt = db.Clock.Now }]);
        await stores.KeyResults.RemoveCoAuthorAsync(site.Tenant, keyResult.Id, Site.Ben, Ct);
        (await stores.KeyResults.ListCoAuthorsAsync(site.Tenant, keyResult.Id, Ct)).ShouldHaveSingleItem().Account.ShouldBe(Site.Anna);
    }

    [Theory, Engines]
    public async Task Only_A_Draft_That_Nothing_Serves_Is_Deleted_With_Its_Co_Authors(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        var company = await site.AddObjectiveAsync(await site.AddCompanyAsync());
        var draft = await site.AddKeyResultAsync(company, state: KeyResultState.Draft);
        var served = await site.AddKeyResultAsync(company, state: KeyResultState.Draft);
        var active = await site.AddKeyResultAsync(company);
        await site.AddObjectiveAsync(await site.AddTeamAsync(Site.Pay), parent: new ObjectiveParent(company.Id, served.Id));
        foreach (var one in new[] { draft, served, active })
        {
            await stores.KeyResults.SaveCoAuthorAsync(site.Tenant, one.Id, new CoAuthor(Site.Ben, Site.Anna, db.Clock.Now, null), Ct);
        }

        (await stores.KeyResults.DeleteDraftAsync(site.Tenant, draft.Id, 2, Ct)).ShouldBeFalse();
        (await stores.KeyResults.DeleteDraftAsync(site.Tenant, served.Id, 1, Ct)).ShouldBeFalse();
        (await stores.KeyResults.DeleteDraftAsync(site.Tenant, active.Id, 1, Ct)).ShouldBeFalse();
        foreach (var one in new[] { draft, served, active })
        {
            (await stores.KeyResults.ListCoAuthorsAsync(site.Tenant, one.Id, Ct)).Count.ShouldBe(1);
        }

        (await stores.KeyResults.DeleteDraftAsync(site.Tenant, draft.Id, 1, Ct)).ShouldBeTrue();
        (await stores.KeyResults.FindAsync(site.Tenant, draft.Id, Ct)).ShouldBeNull();
        (await stores.KeyResults.ListCoAuthorsAsync(site.Tenant, draft.Id, Ct)).ShouldBeEmpty();
    }

    [Theory, Engines]
    public async Task Active_Metrics_Are_Those_Of_The_Scope_In_Cycles_That_Are_Not_Closed(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        var team = await site.AddTeamAsync(Site.Pay);
        var objective = await site.AddObjectiveAsync(team);
        var one = await site.AddKeyResultAsync(objective, "One");
        var two = await site.AddKeyResultAsync(objective, "Two");
        await site.AddKeyResultAsync(objective, "A draft", KeyResultState.Draft);
        await site.AddKeyResultAsync(await site.AddObjectiveAsync(await site.AddTeamAsync(Site.Web, "Web")), "Another team's");

        (await stores.KeyResults.ListActiveMetricsAsync(site.Tenant, team.Id, null, Ct)).ShouldBe([OtherMetric.Of(one), OtherMetric.Of(two)]);
        (await stores.KeyResults.ListActiveMetricsAsync(site.Tenant, team.Id, one.Id, Ct)).ShouldBe([OtherMetric.Of(two)]);
        (await stores.Cycles.UpdateAsync(site.Tenant, await site.CycleAsync() with { State = CycleState.Closed }, Site.Anna, Ct)).ShouldBeTrue();
        (await stores.KeyResults.ListActiveMetricsAsync(site.Tenant, team.Id, null, Ct)).ShouldBeEmpty();
    }
}
