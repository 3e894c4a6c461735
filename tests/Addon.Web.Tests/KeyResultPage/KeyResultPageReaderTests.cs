using Addon.Core.Common;
using Addon.Core.KeyResults;
using Addon.Core.Objectives;
using Addon.Core.Scopes;
using Addon.Core.Work;
using Addon.Web.Tests.Data;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.KeyResultPage;

public sealed class KeyResultPageReaderTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task A_Page_Has_Everything_Of_Its_Key_Result_In_One_Round_Trip(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        var company = await site.AddObjectiveAsync(await site.AddCompanyAsync(), "Grow without losing trust");
        var churn = await site.AddKeyResultAsync(company, "Churn");
        var team = await site.AddTeamAsync(Site.Pay);
        var objective = await site.AddObjectiveAsync(team, parent: new ObjectiveParent(company.Id, churn.Id));
        var keyResult = await site.AddKeyResultAsync(objective);
        var other = await site.AddKeyResultAsync(objective, "Another");
        await site.RecordAsync(keyResult, 11, db.Clock.Now.AddDays(-7), "a first note");
        await site.RecordAsync(keyResult, 9, db.Clock.Now);
        await site.RecordAsync(other, 7, db.Clock.Now, "not of this one");
        var change = new TargetChange(
            Guid.CreateVersion7(), keyResult.Id, db.Clock.Now, Site.Ben, new(12, 4, null, null, new(2026, 12, 31)), new(12, 6, null, null, new(2026, 12, 31)), Eased: true, "Half of the team left");
        await stores.KeyResults.AppendTargetChangeAsync(site.Tenant, change, Ct);
        var invited = new CoAuthor(Site.Ben, Site.Anna, db.Clock.Now, null);
        await stores.KeyResults.SaveCoAuthorAsync(site.Tenant, keyResult.Id, invited, Ct);
        await site.AddIssueAsync(1, category: StatusCategory.Done);
        await site.AddIssueAsync(2, parent: 1);
        await site.AddIssueAsync(3);
        await site.LinkAsync(1, keyResult);
        await site.LinkAsync(3, other);

        var before = db.Commands;
        var sheet = (await stores.KeyResultPage.ReadAsync(site.Tenant, keyResult.Id, Ct))!;

        (db.Commands - before).ShouldBe(1);
        sheet.KeyResult.ShouldBe(await stores.KeyResults.FindAsync(site.Tenant, keyResult.Id, Ct));
        sheet.Objective.ShouldBe(objective);
        sheet.Scope.ShouldBe(team);
        sheet.Cycle.Name.ShouldBe("2026 Q4");
        sheet.Project.ShouldBe(Site.Pay);
        sheet.Line.ShouldBe(
        [
            new LineStep(objective.Number, objective.Title, ScopeKind.Team, null),
            new LineStep(company.Number, company.Title, ScopeKind.Company, new LineStepKeyResult(churn.Number, "Churn")),
        ]);
        sheet.Values.Select(v => v.Value).ShouldBe([11, 9]);
        sheet.CheckIns.Select(c => c.Note).ShouldBe(["a first note"]);
        sheet.TargetChanges.ShouldBe([change]);
        sheet.CoAuthors.ShouldBe([invited]);
        sheet.Delivery.ShouldBe(new Delivery(1, 2));
        sheet.Inherited.ShouldBe(1);
        sheet.CarriedFromNumber.ShouldBeNull();
    }

    [Theory, Engines]
    public async Task A_Fresh_Key_Result_Has_An_Empty_History_And_Knows_What_It_Carries_On(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        var objective = await site.AddObjectiveAsync(await site.AddCompanyAsync());
        var old = await site.AddKeyResultAsync(objective);
        var carried = old with { Id = KeyResultId.New(), Number = 77, State = KeyResultState.Draft, CarriedFrom = old.Id };
        await stores.KeyResults.AddAsync(site.Tenant, carried, Site.Anna, Ct);

        var sheet = (await stores.KeyResultPage.ReadAsync(site.Tenant, carried.Id, Ct))!;

        sheet.CarriedFromNumber.ShouldBe(old.Number);
        sheet.Project.ShouldBeNull("a company owns no project");
        sheet.Delivery.ShouldBe(default(Delivery));
        sheet.Values.ShouldBeEmpty();
        sheet.CheckIns.ShouldBeEmpty();
        sheet.Line.ShouldHaveSingleItem();
    }

    [Theory, Engines]
    public async Task Another_Tenant_And_An_Unknown_Id_Find_Nothing(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        var keyResult = await site.AddKeyResultAsync(await site.AddObjectiveAsync(await site.AddTeamAsync(Site.Pay)));

        (await stores.KeyResultPage.ReadAsync(TenantId.New(), keyResult.Id, Ct)).ShouldBeNull();
        (await stores.KeyResultPage.ReadAsync(site.Tenant, KeyResultId.New(), Ct)).ShouldBeNull();
    }

    [Theory, Engines]
    public async Task Linked_Issues_Come_In_Parts_Of_Twenty_And_The_Last_Counts_What_Lies_Elsewhere(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        var keyResult = await site.AddKeyResultAsync(await site.AddObjectiveAsync(await site.AddTeamAsync(Site.Pay)));
        for (var issue = 1; issue <= 22; issue++)
        {
            await site.AddIssueAsync(issue, after: TimeSpan.FromMinutes(issue));
            await site.LinkAsync(issue, keyResult);
        }

        await site.AddIssueAsync(100, project: Site.Web);
        await site.LinkAsync(100, keyResult);

        var first = (await stores.LinkedIssues.ReadAsync(site.Tenant, null, keyResult.Id, 0, Ct))!;
        var second = (await stores.LinkedIssues.ReadAsync(site.Tenant, null, keyResult.Id, first.Next!.Value, Ct))!;

        first.Issues.Count.ShouldBe(20);
        first.Beyond.ShouldBe(0);
        second.Issues.Select(i => i.Key).ShouldBe(["PAY-2", "PAY-1"]);
        second.ShouldSatisfyAllConditions(p => p.Next.ShouldBeNull(), p => p.Beyond.ShouldBe(1));
        first.Issues.Concat(second.Issues).Select(i => i.Issue).Distinct().Count().ShouldBe(22);
    }
}
