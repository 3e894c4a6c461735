using Addon.Core.Common;
using Addon.Core.Work;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Data;

public sealed class SnapshotStoreTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task Snapshot_Comes_Back_As_It_Was(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        var full = site.Issue(1, parent: 2, StatusCategory.InProgress);
        var bare = site.Issue(2) with { TypeId = null, HierarchyLevel = null };

        (await stores.Snapshots.SaveIfNewerAsync(site.Tenant, full, Ct)).ShouldBeTrue();
        (await stores.Snapshots.SaveIfNewerAsync(site.Tenant, bare, Ct)).ShouldBeTrue();

        (await stores.Snapshots.FindAsync(site.Tenant, full.Issue, Ct)).ShouldBe(full);
        (await stores.Snapshots.FindAsync(site.Tenant, bare.Issue, Ct)).ShouldBe(bare);
    }

    [Theory, Engines]
    public async Task Last_Update_Wins_Whatever_Arrives_Last(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        var older = site.Issue(1);
        var newer = site.Issue(1, category: StatusCategory.Done, project: Site.Web, after: TimeSpan.FromMicroseconds(1));

        (await stores.Snapshots.SaveIfNewerAsync(site.Tenant, newer, Ct)).ShouldBeTrue();
        (await stores.Snapshots.SaveIfNewerAsync(site.Tenant, older, Ct)).ShouldBeFalse();
        (await stores.Snapshots.SaveIfNewerAsync(site.Tenant, newer, Ct)).ShouldBeFalse();

        (await stores.Snapshots.FindAsync(site.Tenant, older.Issue, Ct)).ShouldBe(newer);
    }

    [Theory, Engines]
    public async Task Difference_Below_A_Microsecond_Is_None(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        var issue = site.Issue(1);
        await stores.Snapshots.SaveIfNewerAsync(site.Tenant, issue, Ct);

        (await stores.Snapshots.SaveIfNewerAsync(site.Tenant, issue with { UpdatedAt = issue.UpdatedAt.AddTicks(9) }, Ct)).ShouldBeFalse();
    }

    [Theory, Engines]
    public async Task Deletion_Is_Final_Also_Of_An_Issue_That_Was_Never_Seen(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        await site.AddIssueAsync(1);

        await stores.Snapshots.MarkDeletedAsync(site.Tenant, new IssueId(1), db.Clock.Now, Ct);
        await stores.Snapshots.MarkDeletedAsync(site.Tenant, new IssueId(2), db.Clock.Now, Ct);
        await site.AddIssueAsync(1, after: TimeSpan.FromHours(1));
        await site.AddIssueAsync(2, after: TimeSpan.FromHours(1));

        (await stores.Snapshots.FindAsync(site.Tenant, new IssueId(1), Ct)).ShouldBeNull();
        (await stores.Snapshots.FindAsync(site.Tenant, new IssueId(2), Ct)).ShouldBeNull();
    }

    [Theory, Engines]
    public async Task Restored_Project_Brings_Back_What_Its_Deletion_Took_And_Nothing_Else(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        var kept = await site.AddIssueAsync(1);
        await site.AddIssueAsync(2);
        var elsewhere = await site.AddIssueAsync(3, project: Site.Web);
        await stores.Snapshots.MarkDeletedAsync(site.Tenant, new IssueId(2), db.Clock.Now, Ct);

        await stores.Snapshots.SetProjectStateAsync(site.Tenant, Site.Pay, deleted: true, db.Clock.Now.AddMinutes(1), Ct);
        var late = await site.AddIssueAsync(4);
        (await stores.Snapshots.FindAsync(site.Tenant, kept.Issue, Ct)).ShouldBeNull();
        (await stores.Snapshots.FindAsync(site.Tenant, late.Issue, Ct)).ShouldBeNull();
        (await stores.Snapshots.FindAsync(site.Tenant, elsewhere.Issue, Ct)).ShouldBe(elsewhere);

        await stores.Snapshots.SetProjectStateAsync(site.Tenant, Site.Pay, deleted: false, db.Clock.Now, Ct);
        (await stores.Snapshots.FindAsync(site.Tenant, kept.Issue, Ct)).ShouldBeNull();

        await stores.Snapshots.SetProjectStateAsync(site.Tenant, Site.Pay, deleted: false, db.Clock.Now.AddMinutes(2), Ct);
        (await stores.Snapshots.FindAsync(site.Tenant, kept.Issue, Ct)).ShouldBe(kept);
        (await stores.Snapshots.FindAsync(site.Tenant, late.Issue, Ct)).ShouldBe(late);
        (await stores.Snapshots.FindAsync(site.Tenant, new IssueId(2), Ct)).ShouldBeNull();
    }

    [Theory, Engines]
    public async Task Any_Order_And_Repetition_Of_Events_Ends_In_The_Same_State(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var history =
            from events in Gen.ListOf(AnEvent(db.Clock.Now), 8)
            from shuffled in Gen.Shuffle(events.Concat(events.Take(3)).ToArray())
            select (Events: events.ToList(), Shuffled: shuffled.ToList());

        Prop.ForAll(Arb.From(history), run => Same(run.Events, run.Shuffled)).Check(Config.QuickThrowOnFailure.WithMaxTest(engine == TestEngine.Sqlite ? 100 : 20));

        bool Same(List<Happening> events, List<Happening> shuffled)
        {
            var one = ApplyAsync(stores, events).GetAwaiter().GetResult();
            var other = ApplyAsync(stores, shuffled).GetAwaiter().GetResult();
            return string.Equals(one, other, StringComparison.Ordinal)
                ? true
                : throw new InvalidOperationException($"{string.Join("\n", events)}\n--- gave\n{one}\n--- and shuffled\n{string.Join("\n", shuffled)}\n--- gave\n{other}");
        }
    }

    /// <summary>Few issues, projects and moments, so that the same ones meet often.</summary>
    private static Gen<Happening> AnEvent(DateTimeOffset start) =>
        from kind in Gen.Frequency((6, Gen.Constant(0)), (1, Gen.Constant(1)), (1, Gen.Constant(2)), (1, Gen.Constant(3)))
        from issue in Gen.Choose(1, 2)
        from project in Gen.Elements(Site.Pay, Site.Web)
        from minute in Gen.Choose(0, 3)
        from category in Gen.Elements(StatusCategory.ToDo, StatusCategory.Done)
        from parent in Gen.Elements<long?>(null, 7, 8)
        from level in Gen.Elements<int?>(null, 0)
        select new Happening(kind, issue, project, start.AddMinutes(minute), category, parent, level);

    /// <summary>Applies events to a tenant of their own and tells everything that is stored, times of ours aside.</summary>
    private static async Task<string> ApplyAsync(StoreScope stores, List<Happening> events)
    {
        var tenant = TenantId.New();
        await stores.Work.RunAsync(
            async ct =>
            {
                foreach (var happened in events)
                {
                    await happened.ApplyAsync(stores.Snapshots, tenant, ct);
                }

                return events.Count;
            },
            Ct);

        var issues = await stores.Session.QueryAsync<dynamic>(
            """
            SELECT issue_id, deleted_at, issue_key, project_id, type_id, hierarchy_level, parent_id, status_name, status_category, issue_updated_at, content_rank
            FROM issue_snapshot WHERE tenant_id = @tenant ORDER BY issue_id
            """,
            new { tenant = tenant.Value },
            Ct);
        var projects = await stores.Session.QueryAsync<dynamic>(
            "SELECT project_id, is_deleted, changed_at FROM project_state WHERE tenant_id = @tenant ORDER BY project_id", new { tenant = tenant.Value }, Ct);
        return string.Join('\n', issues.Concat(projects).Select(row => string.Join('|', ((IDictionary<string, object?>)row).Select(c => $"{c.Key}={c.Value}"))));
    }

    private sealed record Happening(int Kind, long Issue, ProjectId Project, DateTimeOffset At, StatusCategory Category, long? Parent, int? Level)
    {
        public Task ApplyAsync(IIssueSnapshotStore snapshots, TenantId tenant, CancellationToken ct) => Kind switch
        {
            1 => snapshots.MarkDeletedAsync(tenant, new IssueId(Issue), At, ct),
            2 => snapshots.SetProjectStateAsync(tenant, Project, deleted: true, At, ct),
            3 => snapshots.SetProjectStateAsync(tenant, Project, deleted: false, At, ct),
            _ => snapshots.SaveIfNewerAsync(
                tenant,
                new IssueSnapshot
                {
                    Issue = new IssueId(Issue),
                    Key = $"X-{Issue}",
                    Project = Project,
                    Parent = Parent is { } parent ? new IssueId(parent) : null,
                    HierarchyLevel = Level,
                    StatusName = Category.ToString(),
                    StatusCategory = Category,
                    UpdatedAt = At,
                },
                ct),
        };
    }
}
