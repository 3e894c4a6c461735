using Addon.Core.Answers;
using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Objectives;
using Addon.Core.Scopes;
using Addon.Core.Work;
using Addon.Web.Data.ProjectPage;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Data;

public sealed class PanelReaderTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task Line_Goes_Up_To_The_Company_And_Names_The_Key_Result_It_Goes_Through(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        var company = await site.AddObjectiveAsync(await site.AddCompanyAsync(), "Grow without losing trust");
        var churn = await site.AddKeyResultAsync(company, "Churn");
        var team = await site.AddTeamAsync(Site.Pay);
        var objective = await site.AddObjectiveAsync(team, "Run a service people trust", new ObjectiveParent(company.Id, churn.Id));
        var incidents = await site.AddKeyResultAsync(objective, "P1 incidents");
        await site.AddIssueAsync(12);
        await site.LinkAsync(12, incidents);

        var panel = await stores.IssuePanel.ReadAsync(site.Tenant, new IssueId(12), Site.Pay, Ct);

        panel.IsKnown.ShouldBeTrue();
        Linked(panel).Origin.ShouldBe(AnswerOrigin.Here.Instance);
        Linked(panel).OfOtherTeams.ShouldBe(0);
        Linked(panel).Lines.Single().ReachesCompany.ShouldBeTrue();
        Linked(panel).Lines.Single().ToSentence("PAY-12").ShouldBe(
            "PAY-12 moves KR-2 P1 incidents (from 12 to 4 incidents per month), for O-2 Run a service people trust, "
            + "through KR-1 Churn, for company objective O-1 Grow without losing trust.");
        panel.Choices.Select(c => (c.KeyResult.Number, c.ObjectiveTitle, c.Scope)).ShouldBe(
            [(2, "Run a service people trust", ScopeKind.Team), (1, "Grow without losing trust", ScopeKind.Company)]);
    }

    [Theory, Engines]
    public async Task Answer_Is_Inherited_From_The_Nearest_Ancestor_Within_Three(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        var keyResult = await site.AddKeyResultAsync(await site.AddObjectiveAsync(await site.AddTeamAsync(Site.Pay)));
        await site.AddIssueAsync(1);
        await site.AddIssueAsync(2, parent: 1);
        await site.AddIssueAsync(3, parent: 2);
        await site.AddIssueAsync(4, parent: 3);
        await site.AddIssueAsync(5, parent: 4);
        await site.LinkAsync(1, keyResult);

        async Task<ShownAnswer> ReadAsync(long issue) => (await stores.IssuePanel.ReadAsync(site.Tenant, new IssueId(issue), Site.Pay, Ct)).Answer;

        (await ReadAsync(4)).ShouldBeOfType<ShownAnswer.Linked>().Origin.ShouldBe(new AnswerOrigin.OnAncestor("PAY-1"));
        (await ReadAsync(5)).ShouldBeOfType<ShownAnswer.Unanswered>();

        await site.AnswerAsync(2, new Answer.NotKrWork(NotKrWorkReason.Support, "for one customer"));
        (await ReadAsync(4)).ShouldBe(new ShownAnswer.NotKrWork(new AnswerOrigin.OnAncestor("PAY-2"), NotKrWorkReason.Support, null));
        (await ReadAsync(2)).ShouldBe(new ShownAnswer.NotKrWork(AnswerOrigin.Here.Instance, NotKrWorkReason.Support, "for one customer"));

        await site.AnswerAsync(2, Answer.Unanswered.Instance);
        (await ReadAsync(4)).ShouldBeOfType<ShownAnswer.Linked>().Origin.ShouldBe(new AnswerOrigin.OnAncestor("PAY-1"));

        await stores.Snapshots.MarkDeletedAsync(site.Tenant, new IssueId(2), db.Clock.Now, Ct);
        (await ReadAsync(4)).ShouldBe(ShownAnswer.Unanswered.Instance);
    }

    [Theory, Engines]
    public async Task What_An_Ancestor_In_Another_Project_Moves_Is_Counted_And_Not_Named(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        var companys = await site.AddKeyResultAsync(await site.AddObjectiveAsync(await site.AddCompanyAsync()), "Churn");
        var own = await site.AddKeyResultAsync(await site.AddObjectiveAsync(await site.AddTeamAsync(Site.Pay)));
        var hidden = await site.AddKeyResultAsync(await site.AddObjectiveAsync(await site.AddTeamAsync(Site.Web, "Web"), "A secret objective"), "A secret key result");
        await site.AddIssueAsync(1, project: Site.Web);
        await site.AddIssueAsync(2, parent: 1);
        await site.LinkAsync(1, hidden, companys, own);

        var panel = await stores.IssuePanel.ReadAsync(site.Tenant, new IssueId(2), Site.Pay, Ct);

        Linked(panel).Origin.ShouldBe(AnswerOrigin.InOtherProject.Instance);
        Linked(panel).Lines.Select(l => l.KeyResult).ShouldBe([companys, own]);
        Linked(panel).OfOtherTeams.ShouldBe(1);

        await site.AnswerAsync(1, new Answer.NotKrWork(NotKrWorkReason.Other, "about a merger"));
        (await stores.IssuePanel.ReadAsync(site.Tenant, new IssueId(2), Site.Pay, Ct)).Answer
            .ShouldBe(new ShownAnswer.NotKrWork(AnswerOrigin.InOtherProject.Instance, NotKrWorkReason.Other, null));
    }

    [Theory, Engines]
    public async Task Issue_That_Has_Moved_Leaves_The_Old_Teams_Titles_Behind(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        var old = await site.AddKeyResultAsync(await site.AddObjectiveAsync(await site.AddTeamAsync(Site.Web, "Web")));
        await site.AddTeamAsync(Site.Pay);
        await site.AddIssueAsync(12, project: Site.Web);
        await site.LinkAsync(12, old);

        // The page may still say the old project; the snapshot knows better.
        async Task<IssuePanel> ReadAsync() => await stores.IssuePanel.ReadAsync(site.Tenant, new IssueId(12), Site.Web, Ct);

        Linked(await ReadAsync()).Lines.Single().KeyResult.ShouldBe(old);

        await site.AddIssueAsync(12, project: Site.Pay, after: TimeSpan.FromMinutes(1));
        var moved = await ReadAsync();
        moved.Project.ShouldBe(Site.Pay);
        Linked(moved).ShouldSatisfyAllConditions(l => l.Lines.ShouldBeEmpty(), l => l.OfOtherTeams.ShouldBe(1));
    }

    [Theory, Engines]
    public async Task Unknown_Issue_Is_Unanswered_And_Can_Be_Answered(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        var keyResult = await site.AddKeyResultAsync(await site.AddObjectiveAsync(await site.AddTeamAsync(Site.Pay)));

        var before = await stores.IssuePanel.ReadAsync(site.Tenant, new IssueId(99), Site.Pay, Ct);
        await site.LinkAsync(99, keyResult);
        var after = await stores.IssuePanel.ReadAsync(site.Tenant, new IssueId(99), Site.Pay, Ct);

        before.IsKnown.ShouldBeFalse();
        before.Project.ShouldBe(Site.Pay);
        before.Answer.ShouldBe(ShownAnswer.Unanswered.Instance);
        before.Choices.Select(c => c.KeyResult).ShouldBe([keyResult]);
        Linked(after).Lines.Single().KeyResult.ShouldBe(keyResult);
    }

    [Theory, Engines]
    public async Task Snapshot_Outranks_The_Pages_Project_And_Only_Active_Key_Results_Can_Be_Picked(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        var pay = await site.AddObjectiveAsync(await site.AddTeamAsync(Site.Pay));
        var web = await site.AddObjectiveAsync(await site.AddTeamAsync(Site.Web, "Web"));
        await site.AddKeyResultAsync(pay);
        await site.AddKeyResultAsync(web, state: KeyResultState.Draft);
        var active = await site.AddKeyResultAsync(web);
        await site.AddIssueAsync(12, project: Site.Web);

        var panel = await stores.IssuePanel.ReadAsync(site.Tenant, new IssueId(12), Site.Pay, Ct);

        panel.Project.ShouldBe(Site.Web);
        panel.Choices.Select(c => c.KeyResult).ShouldBe([active]);
    }

    [Theory, Engines]
    public async Task Several_Lines_Come_By_Number(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        var objective = await site.AddObjectiveAsync(await site.AddTeamAsync(Site.Pay));
        var keyResults = new[] { await site.AddKeyResultAsync(objective), await site.AddKeyResultAsync(objective), await site.AddKeyResultAsync(objective) };
        await site.AddIssueAsync(1);
        await site.AddIssueAsync(2, parent: 1);
        await site.LinkAsync(1, keyResults[0]);
        await site.LinkAsync(2, keyResults[2], keyResults[1]);

        var panel = await stores.IssuePanel.ReadAsync(site.Tenant, new IssueId(2), Site.Pay, Ct);

        Linked(panel).Lines.Select(l => l.KeyResult).ShouldBe([keyResults[1], keyResults[2]]);
        Linked(panel).Lines.ShouldAllBe(l => l.Steps.Single().Number == objective.Number);
    }

    [Theory, Engines]
    public async Task Circle_Of_Objectives_Or_Issues_Ends(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        var team = await site.AddTeamAsync(Site.Pay);
        var one = await site.AddObjectiveAsync(team);
        var two = await site.AddObjectiveAsync(team, parent: new ObjectiveParent(one.Id, null));
        await stores.Objectives.UpdateAsync(site.Tenant, one with { Parent = new ObjectiveParent(two.Id, null) }, Site.Anna, Ct);
        var keyResult = await site.AddKeyResultAsync(one);
        await site.AddIssueAsync(1, parent: 2);
        await site.AddIssueAsync(2, parent: 1);
        await site.LinkAsync(1, keyResult);

        Linked(await stores.IssuePanel.ReadAsync(site.Tenant, new IssueId(2), Site.Pay, Ct)).Lines.Single().Steps.Count.ShouldBe(9);
        var panel = await stores.ProjectPanel.ReadAsync(site.Tenant, Site.Pay, Ct);
        panel.Team!.Objectives[0].KeyResults.Single().Delivery.ShouldBe(new Delivery(0, 2));
    }

    [Theory, Engines]
    public async Task Project_Panel_Counts_Own_And_Inherited_Work_And_Leaves_Deleted_Issues_Out(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        var company = await site.AddObjectiveAsync(await site.AddCompanyAsync(), "Grow");
        var companys = await site.AddKeyResultAsync(company, "Churn");
        var team = await site.AddTeamAsync(Site.Pay);
        var objective = await site.AddObjectiveAsync(team, parent: new ObjectiveParent(company.Id, companys.Id));
        var keyResult = await site.AddKeyResultAsync(objective);
        var idle = await site.AddKeyResultAsync(objective);
        var unlinked = await site.AddKeyResultAsync(objective);
        await site.RecordAsync(keyResult, 9, db.Clock.Now, "after the failover drill");
        await site.RecordAsync(keyResult, 11, db.Clock.Now.AddDays(-3), "late entry");

        await site.AddIssueAsync(1, category: StatusCategory.InProgress);
        await site.AddIssueAsync(2, parent: 1, StatusCategory.Done, after: TimeSpan.FromMinutes(2));
        await site.AddIssueAsync(3, parent: 2, after: TimeSpan.FromMinutes(1));
        await site.AddIssueAsync(4, parent: 3);
        await site.AddIssueAsync(5, parent: 4);
        await site.AddIssueAsync(6, parent: 1);
        await site.AddIssueAsync(7, parent: 1);
        await site.AddIssueAsync(8, parent: 6);
        await site.AddIssueAsync(9, project: Site.Web, category: StatusCategory.Done);
        await site.LinkAsync(1, keyResult);
        await site.LinkAsync(9, companys, idle);
        await site.AnswerAsync(6, new Answer.NotKrWork(NotKrWorkReason.Incident, null));
        await stores.Snapshots.MarkDeletedAsync(site.Tenant, new IssueId(7), db.Clock.Now, Ct);

        var panel = await stores.ProjectPanel.ReadAsync(site.Tenant, Site.Pay, Ct);

        panel.Team!.Scope.ShouldBe(team);
        var shown = panel.Team.Objectives.Single();
        shown.Objective.ShouldBe(objective);
        shown.Cycle.Name.ShouldBe("2026 Q4");
        shown.IsPeriodMismatch.ShouldBeFalse();
        shown.Above.ShouldBe([new LineStep(company.Number, "Grow", ScopeKind.Company, new LineStepKeyResult(companys.Number, "Churn"))]);
        shown.KeyResults.Select(k => k.KeyResult.Id).ShouldBe([keyResult.Id, idle.Id, unlinked.Id]);
        var moved = shown.KeyResults[0];
        moved.KeyResult.Current.ShouldBe(9);
        moved.KeyResult.LastCheckIn!.Note.ShouldBe("after the failover drill");
        moved.Delivery.ShouldBe(new Delivery(1, 4));
        moved.Inherited.ShouldBe(3);
        shown.KeyResults[1].ShouldSatisfyAllConditions(
            k => k.Delivery.ShouldBe(new Delivery(1, 1)),
            k => k.Inherited.ShouldBe(0),
            k => k.KeyResult.LastCheckIn.ShouldBeNull());
        shown.KeyResults[2].ShouldSatisfyAllConditions(k => k.Delivery.ShouldBe(default(Delivery)), k => k.Inherited.ShouldBe(0));

        var above = panel.Above.Single().Objectives.Single();
        above.Objective.ShouldBe(company);
        above.Above.ShouldBeEmpty();
        above.KeyResults.Single().Delivery.ShouldBeNull("the work of all teams is not walked for the page of one");

        var issues = (await stores.LinkedIssues.ReadAsync(site.Tenant, Site.Pay, keyResult.Id, 0, Ct))!;
        issues.ShouldSatisfyAllConditions(i => i.Beyond.ShouldBe(0), i => i.Next.ShouldBeNull());
        issues.Issues.Select(i => (i.Key, i.Inherited)).ShouldBe([("PAY-2", true), ("PAY-3", true), ("PAY-4", true), ("PAY-1", false)]);
        issues.Issues[0].ShouldSatisfyAllConditions(i => i.Issue.ShouldBe(new IssueId(2)), i => i.StatusCategory.ShouldBe(StatusCategory.Done));
        (await stores.LinkedIssues.ReadAsync(site.Tenant, Site.Pay, idle.Id, 0, Ct))!.ShouldSatisfyAllConditions(
            i => i.Beyond.ShouldBe(1), i => i.Issues.ShouldBeEmpty("an issue of another team's project is counted, never listed"));
        (await stores.LinkedIssues.ReadAsync(site.Tenant, Site.Pay, unlinked.Id, 0, Ct))!.Beyond.ShouldBe(0);
        (await stores.LinkedIssues.ReadAsync(site.Tenant, Site.Pay, companys.Id, 0, Ct)).ShouldBeNull("behind it stands the work of all teams");
        (await stores.LinkedIssues.ReadAsync(site.Tenant, Site.Web, keyResult.Id, 0, Ct)).ShouldBeNull();
        (await stores.LinkedIssues.ReadAsync(TenantId.New(), Site.Pay, keyResult.Id, 0, Ct)).ShouldBeNull();
    }

    [Theory, Engines]
    public async Task Project_Without_A_Team_Shows_The_Company_Only(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        var company = await site.AddObjectiveAsync(await site.AddCompanyAsync());
        await site.AddObjectiveAsync(await site.AddTeamAsync(Site.Web));

        var panel = await stores.ProjectPanel.ReadAsync(site.Tenant, Site.Pay, Ct);

        panel.Team.ShouldBeNull();
        panel.Above.Single().Objectives.Single().Objective.ShouldBe(company);
    }

    [Theory, Engines]
    public async Task Departments_Stand_Between_The_Team_And_The_Company_And_Others_Are_Followed_By_Their_Lines_Only(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        var company = await site.AddCompanyAsync();
        var own = await AddDepartmentAsync("Commerce");
        var other = await AddDepartmentAsync("Platform");
        var team = await site.AddTeamAsync(Site.Pay);
        (await stores.Scopes.UpdateAsync(site.Tenant, team with { Parent = own.Id }, Site.Anna, Ct)).ShouldBeTrue();
        var top = await site.AddObjectiveAsync(company, "Grow");
        var far = await site.AddObjectiveAsync(other, "Platform that holds", new ObjectiveParent(top.Id, null));
        var objective = await site.AddObjectiveAsync(team, parent: new ObjectiveParent(far.Id, null));
        var year = new Cycle { Id = CycleId.New(), Name = "First half", Kind = CycleKind.Custom, Start = new DateOnly(2026, 7, 1), End = new DateOnly(2026, 11, 30) };
        await stores.Cycles.AddAsync(site.Tenant, year, Site.Anna, Ct);
        var shorter = new Objective { Id = ObjectiveId.New(), Number = 99, Scope = own.Id, Cycle = year.Id, Title = "Sell" };
        await stores.Objectives.AddAsync(site.Tenant, shorter, Site.Anna, Ct);
        var mismatched = await site.AddObjectiveAsync(team, parent: new ObjectiveParent(shorter.Id, null));

        var panel = await stores.ProjectPanel.ReadAsync(site.Tenant, Site.Pay, Ct);

        panel.Above.Select(a => a.Scope.Name).ShouldBe(["Commerce", "Company"]);
        panel.Team!.Objectives.Select(o => o.Objective.Id).ShouldBe([objective.Id, mismatched.Id]);
        panel.Team.Objectives[0].Above.Select(s => (s.Title, s.Scope)).ShouldBe([("Platform that holds", ScopeKind.Department), ("Grow", ScopeKind.Company)]);
        panel.Team.Objectives.Select(o => o.IsPeriodMismatch).ShouldBe([false, true]);
        panel.Team.Objectives[1].ParentCycle!.Name.ShouldBe("First half");

        async Task<Scope> AddDepartmentAsync(string name)
        {
            var scope = new Scope { Id = ScopeId.New(), Kind = ScopeKind.Department, Name = name, Parent = company.Id };
            await stores.Scopes.AddAsync(site.Tenant, scope, Site.Anna, Ct);
            return scope;
        }
    }

    [Theory, Engines]
    public async Task The_Project_Panel_With_Five_Hundred_Key_Results_Is_One_Command_Of_Three_Statements(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        await stores.Work.RunAsync(
            async _ =>
            {
                var company = await site.AddObjectiveAsync(await site.AddCompanyAsync());
                var team = await site.AddTeamAsync(Site.Pay);
                for (var i = 0; i < 100; i++)
                {
                    var objective = await site.AddObjectiveAsync(team, $"Objective {i}", new ObjectiveParent(company.Id, null));
                    for (var k = 0; k < 5; k++)
                    {
                        await site.AddKeyResultAsync(objective, $"Key result {i}.{k}");
                    }
                }

                return 0;
            },
            Ct);

        var before = db.Commands;
        var panel = await stores.ProjectPanel.ReadAsync(site.Tenant, Site.Pay, Ct);

        (db.Commands - before).ShouldBe(1);
        ProjectPanelSql.Read.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Length.ShouldBeLessThanOrEqualTo(3);
        panel.Team!.Objectives.SelectMany(o => o.KeyResults).Count().ShouldBe(500);
        panel.Team.Objectives.ShouldAllBe(o => o.Above.Single().Scope == ScopeKind.Company);
    }

    [Theory, Engines]
    public async Task Each_Panel_Is_One_Round_Trip_With_Fifty_Key_Results(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        await stores.Work.RunAsync(
            async _ =>
            {
                var company = await site.AddObjectiveAsync(await site.AddCompanyAsync());
                var team = await site.AddTeamAsync(Site.Pay);
                var issue = 0L;
                for (var i = 0; i < 10; i++)
                {
                    var objective = await site.AddObjectiveAsync(team, $"Objective {i}", new ObjectiveParent(company.Id, null));
                    for (var k = 0; k < 5; k++)
                    {
                        var keyResult = await site.AddKeyResultAsync(objective, $"Key result {i}.{k}");
                        await site.RecordAsync(keyResult, k, db.Clock.Now, "note");
                        for (var n = 0; n < 22; n++)
                        {
                            await site.AddIssueAsync(++issue);
                            await site.LinkAsync(issue, keyResult);
                        }
                    }
                }

                return 0;
            },
            Ct);

        var before = db.Commands;
        var panel = await stores.ProjectPanel.ReadAsync(site.Tenant, Site.Pay, Ct);
        var between = db.Commands;
        var issuePanel = await stores.IssuePanel.ReadAsync(site.Tenant, new IssueId(1), Site.Pay, Ct);
        var after = db.Commands;
        var issues = await stores.LinkedIssues.ReadAsync(site.Tenant, Site.Pay, panel.Team!.Objectives[0].KeyResults[0].KeyResult.Id, 0, Ct);
        var end = db.Commands;

        (between - before).ShouldBe(1);
        (after - between).ShouldBe(1);
        (end - after).ShouldBe(1);
        issues!.ShouldSatisfyAllConditions(i => i.Issues.Count.ShouldBe(UncheckedIssues.Most), i => i.Beyond.ShouldBe(0), i => i.Next.ShouldBe(UncheckedIssues.Most));
        panel.Team!.Objectives.SelectMany(o => o.KeyResults).Count().ShouldBe(50);
        panel.Team!.Objectives.SelectMany(o => o.KeyResults).ShouldAllBe(k => k.Delivery == new Delivery(0, 22));
        issuePanel.Choices.Count.ShouldBe(50);
    }

    private static ShownAnswer.Linked Linked(IssuePanel panel) => panel.Answer.ShouldBeOfType<ShownAnswer.Linked>();
}
