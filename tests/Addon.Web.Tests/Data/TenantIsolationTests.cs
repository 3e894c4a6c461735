using Addon.Core.Answers;
using Addon.Core.Audit;
using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Objectives;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Data;

/// <summary>The same ids on two sites: neither sees nor changes anything of the other.</summary>
public sealed class TenantIsolationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task Another_Tenant_Sees_Nothing_Through_Any_Store(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        var other = TenantId.New();
        var company = await site.AddCompanyAsync();
        var team = await site.AddTeamAsync(Site.Pay);
        var objective = await site.AddObjectiveAsync(team, parent: new ObjectiveParent((await site.AddObjectiveAsync(company)).Id, null));
        var keyResult = await site.AddKeyResultAsync(objective);
        var issue = await site.AddIssueAsync(12);
        await site.LinkAsync(12, keyResult);
        await stores.Installations.SaveAsync(InstallationStoreTests.Example(db) with { Tenant = site.Tenant }, Ct);

        (await stores.Installations.FindAsync(other, Ct)).ShouldBeNull();
        (await stores.Scopes.FindAsync(other, team.Id, Ct)).ShouldBeNull();
        (await stores.Scopes.FindCompanyAsync(other, Ct)).ShouldBeNull();
        (await stores.Scopes.FindOfProjectAsync(other, Site.Pay, Ct)).ShouldBeNull();
        (await stores.Scopes.ListProjectsAsync(other, team.Id, Ct)).ShouldBeEmpty();
        (await stores.Cycles.FindAsync(other, "2026 Q4", Ct)).ShouldBeNull();
        (await stores.Cycles.ListHeldAsync(other, Ct)).ShouldBeEmpty();
        (await stores.Scopes.ListMappingsAsync(other, Ct)).ShouldBeEmpty();
        await stores.CycleSnapshots.AppendAsync(site.Tenant, Snapshot(objective.Cycle), Ct);
        var snapshot = (await stores.CycleSnapshots.ListAsync(site.Tenant, objective.Cycle, Ct)).Single();
        (await stores.CycleSnapshots.ListAsync(other, objective.Cycle, Ct)).ShouldBeEmpty();
        (await stores.CycleSnapshots.FindAsync(other, objective.Cycle, snapshot.Id, Ct)).ShouldBeNull();
        (await stores.CycleContents.CountOpenAsync(site.Tenant, objective.Cycle, Ct)).ShouldBe(1);
        (await stores.CycleContents.CountOpenAsync(other, objective.Cycle, Ct)).ShouldBe(0);
        (await stores.CycleContents.HasBegunAsync(other, objective.Cycle, Ct)).ShouldBeFalse();
        (await stores.CycleContents.ReadAsync(other, objective.Cycle, Ct)).Objectives.ShouldBeEmpty();
        (await stores.CycleContents.ReadParentCyclesAsync(site.Tenant, objective.Cycle, Ct)).Count.ShouldBe(1);
        (await stores.CycleContents.ReadParentCyclesAsync(other, objective.Cycle, Ct)).ShouldBeEmpty();
        (await stores.CycleContents.ReadDeliveryAsync(site.Tenant, objective.Cycle, Ct)).Count.ShouldBe(1);
        (await stores.CycleContents.ReadDeliveryAsync(other, objective.Cycle, Ct)).ShouldBeEmpty();
        await stores.Audit.AppendAsync(site.Tenant, AuditEntry.ByPerson(Site.Anna, "x", "y", "z"), Ct);
        (await stores.AuditReader.ReadAsync(other, AuditFilter.All, null, 10, Ct)).ShouldBeEmpty();
        (await stores.AuditReader.ReadAsync(other, new AuditFilter { Actor = Site.Anna }, null, 10, Ct)).ShouldBeEmpty();
        (await stores.AuditReader.ReadAsync(other, new AuditFilter { EntityType = "y", EntityId = "z" }, null, 10, Ct)).ShouldBeEmpty();
        (await stores.Objectives.FindAsync(other, objective.Id, Ct)).ShouldBeNull();
        (await stores.KeyResults.FindAsync(other, keyResult.Id, Ct)).ShouldBeNull();
        (await stores.KeyResults.ListAsync(other, [keyResult.Id], Ct)).ShouldBeEmpty();
        (await stores.KeyResults.ListOfAsync(other, objective.Id, Ct)).ShouldBeEmpty();
        (await stores.KeyResults.ListActiveMetricsAsync(other, team.Id, null, Ct)).ShouldBeEmpty();
        await AddHistoryAsync(stores, site, keyResult, db.Clock.Now);
        (await stores.KeyResults.ListValuesAsync(other, keyResult.Id, Ct)).ShouldBeEmpty();
        (await stores.KeyResults.ListCheckInsAsync(other, keyResult.Id, Ct)).ShouldBeEmpty();
        (await stores.KeyResults.ListTargetChangesAsync(other, keyResult.Id, Ct)).ShouldBeEmpty();
        (await stores.KeyResults.ListCoAuthorsAsync(other, keyResult.Id, Ct)).ShouldBeEmpty();
        (await stores.Answers.FindAsync(other, issue.Issue, Ct)).ShouldBeOfType<Answer.Unanswered>();
        (await stores.Snapshots.FindAsync(other, issue.Issue, Ct)).ShouldBeNull();
        (await stores.ProjectPanel.ReadAsync(other, Site.Pay, Ct)).ShouldSatisfyAllConditions(p => p.Team.ShouldBeNull(), p => p.Above.ShouldBeEmpty());
        (await stores.Objectives.ListAsync(other, null, null, 0, 10, Ct)).ShouldBeEmpty();
        (await stores.IssuePanel.ReadAsync(other, issue.Issue, Site.Pay, Ct)).ShouldSatisfyAllConditions(
            p => p.IsKnown.ShouldBeFalse(), p => p.Answer.ShouldBe(ShownAnswer.Unanswered.Instance), p => p.Choices.ShouldBeEmpty());
    }

    [Theory, Engines]
    public async Task Another_Tenant_Changes_Nothing_Through_Any_Store(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        var other = TenantId.New();
        var team = await site.AddTeamAsync(Site.Pay);
        var objective = await site.AddObjectiveAsync(team);
        var keyResult = await site.AddKeyResultAsync(objective);
        var issue = await site.AddIssueAsync(12);
        await site.LinkAsync(12, keyResult);
        var installation = InstallationStoreTests.Example(db) with { Tenant = site.Tenant };
        await stores.Installations.SaveAsync(installation, Ct);
        await stores.Inbox.AcceptAsync(site.Tenant, site.Event("d"), Ct);
        var delivery = (await stores.Inbox.ClaimAsync(Guid.NewGuid(), 1, TimeSpan.FromMinutes(1), Ct)).Single();

        (await stores.Objectives.UpdateAsync(other, objective with { Title = "theirs" }, Site.Ben, Ct)).ShouldBeFalse();
        (await stores.KeyResults.UpdateAsync(other, keyResult with { Title = "theirs" }, Site.Ben, Ct)).ShouldBeFalse();
        var draft = await site.AddKeyResultAsync(objective, state: KeyResultState.Draft);
        await AddHistoryAsync(stores, site, draft, db.Clock.Now);
        var history = await ReadHistoryAsync(stores, site, draft);
        (await stores.KeyResults.DeleteDraftAsync(other, draft.Id, 1, Ct)).ShouldBeFalse();
        await stores.KeyResults.SaveSummaryAsync(other, draft.Id, SeriesSummary.Empty with { PeriodsInBound = 9 }, Ct);
        await stores.KeyResults.RemoveCoAuthorAsync(other, draft.Id, Site.Ben, Ct);
        await Should.ThrowAsync<System.Data.Common.DbException>(() => stores.KeyResults.SaveCoAuthorAsync(other, draft.Id, new CoAuthor(Site.Ben, Site.Ben, db.Clock.Now, db.Clock.Now), Ct));
        await Should.ThrowAsync<System.Data.Common.DbException>(() =>
            stores.KeyResults.AppendCheckInAsync(other, new CheckIn(Guid.CreateVersion7(), draft.Id, db.Clock.Now, Site.Ben, 9, null, "theirs"), Ct));
        (await ReadHistoryAsync(stores, site, draft)).ShouldBe(history);
        await Should.ThrowAsync<InvalidOperationException>(() => stores.KeyResults.AppendValueAsync(
            other, Site.Value(keyResult.Id, 5, db.Clock.Now), Ct));
        await Should.ThrowAsync<System.Data.Common.DbException>(() => stores.Scopes.MapProjectAsync(other, team.Id, Site.Web, Site.Anna, Ct));
        await Should.ThrowAsync<System.Data.Common.DbException>(() => stores.KeyResults.AddAsync(other, keyResult with { Id = KeyResultId.New() }, Site.Ben, Ct));
        await stores.Answers.SaveAsync(other, issue.Issue, new Answer.Linked([keyResult.Id]), Site.Ben, Ct);
        (await stores.Answers.FindAsync(other, issue.Issue, Ct)).ShouldBeOfType<Answer.Unanswered>();
        await stores.Answers.SaveAsync(other, issue.Issue, Answer.Unanswered.Instance, Site.Ben, Ct);
        await stores.Snapshots.MarkDeletedAsync(other, issue.Issue, db.Clock.Now, Ct);
        await stores.Snapshots.SetProjectStateAsync(other, Site.Pay, deleted: true, db.Clock.Now, Ct);
        (await stores.Inbox.CompleteAsync(delivery with { Tenant = other }, Ct)).ShouldBeFalse();
        await stores.Inbox.ParkAsync(delivery with { Tenant = other }, "theirs", Ct);
        await stores.Inbox.RetryAsync(delivery with { Tenant = other }, db.Clock.Now, "theirs", Ct);
        await stores.Audit.AppendAsync(other, AuditEntry.BySystem("x", "y", "z"), Ct);

        (await stores.Objectives.FindAsync(site.Tenant, objective.Id, Ct)).ShouldBe(objective);
        (await stores.KeyResults.FindAsync(site.Tenant, keyResult.Id, Ct)).ShouldBe(keyResult);
        ((Answer.Linked)await stores.Answers.FindAsync(site.Tenant, issue.Issue, Ct)).KeyResults.ShouldBe([keyResult.Id]);
        (await stores.Snapshots.FindAsync(site.Tenant, issue.Issue, Ct)).ShouldBe(issue);
        (await stores.Installations.FindAsync(site.Tenant, Ct)).ShouldBe(installation);
        (await stores.Inbox.CompleteAsync(delivery, Ct)).ShouldBeTrue();
    }

    private static async Task AddHistoryAsync(StoreScope stores, Site site, KeyResult keyResult, DateTimeOffset now)
    {
        var commitment = new Commitment(12, 4, null, null, new DateOnly(2026, 12, 31));
        await site.RecordAsync(keyResult, 9, now, "The new rota");
        await stores.KeyResults.AppendTargetChangeAsync(
            site.Tenant, new TargetChange(Guid.CreateVersion7(), keyResult.Id, now, Site.Anna, commitment, commitment with { To = 3 }, false, null), Ct);
        await stores.KeyResults.SaveCoAuthorAsync(site.Tenant, keyResult.Id, new CoAuthor(Site.Ben, Site.Anna, now, null), Ct);
    }

    private static async Task<string> ReadHistoryAsync(StoreScope stores, Site site, KeyResult keyResult) => string.Join(
        '\n',
        [
            await stores.KeyResults.FindAsync(site.Tenant, keyResult.Id, Ct),
            .. await stores.KeyResults.ListCheckInsAsync(site.Tenant, keyResult.Id, Ct),
            .. await stores.KeyResults.ListTargetChangesAsync(site.Tenant, keyResult.Id, Ct),
            .. (IEnumerable<object>)await stores.KeyResults.ListCoAuthorsAsync(site.Tenant, keyResult.Id, Ct),
        ]);

    private static CycleSnapshot Snapshot(CycleId cycle) => new(
        Guid.CreateVersion7(),
        cycle,
        DateTimeOffset.UnixEpoch,
        Site.Anna,
        new SnapshotContent(1, new SnapshotCycle(cycle.Value, "2026 Q4", CycleKind.Quarter, new DateOnly(2026, 10, 1), new DateOnly(2026, 12, 31)), []));
}
