using System.Collections.Concurrent;
using Addon.Core.Common;
using Addon.Core.Events;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Data;

public sealed class InboxTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task Accepted_Event_Is_Claimed_As_It_Was(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        var happened = site.Event("d-1");
        var worker = Guid.NewGuid();
        var receivedAt = db.Clock.Now;

        (await stores.Inbox.AcceptAsync(site.Tenant, happened, Ct)).ShouldBeTrue();
        db.Clock.Move(TimeSpan.FromSeconds(1));

        (await stores.Inbox.ClaimAsync(worker, 10, Lease, Ct)).ShouldBe([new InboxDelivery(site.Tenant, happened, 0, receivedAt, worker)]);
    }

    [Theory, Engines]
    public async Task Same_Delivery_Sent_In_Parallel_Is_Accepted_Once(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);

        var accepted = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(
            async () =>
            {
                await using var mine = db.Scope();
                return await mine.Inbox.AcceptAsync(site.Tenant, site.Event("same"), Ct);
            },
            Ct)));

        accepted.Count(a => a).ShouldBe(1);
        (await stores.Inbox.ReadHealthAsync(Ct)).Pending.ShouldBe(1);
        (await stores.Inbox.AcceptAsync(TenantId.New(), site.Event("same"), Ct)).ShouldBeTrue();
    }

    [Theory, Engines]
    public async Task Claims_Never_Overlap_And_Leave_Nothing_Out(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        for (var i = 0; i < 100; i++)
        {
            await stores.Inbox.AcceptAsync(site.Tenant, site.Event($"d-{i}"), Ct);
        }

        var claimed = new ConcurrentBag<string>();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(
            async () =>
            {
                await using var mine = db.Scope();
                while (claimed.Count <= 100 && await mine.Inbox.ClaimAsync(Guid.NewGuid(), 7, Lease, Ct) is { Count: > 0 } batch)
                {
                    foreach (var delivery in batch)
                    {
                        claimed.Add(delivery.Event.DeliveryId);
                    }
                }
            },
            Ct)));

        claimed.Count.ShouldBe(100);
        claimed.Distinct(StringComparer.Ordinal).Count().ShouldBe(100);
    }

    [Theory, Engines]
    public async Task Oldest_Comes_First_And_The_Lease_Hides_It_Until_It_Ends(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        foreach (var id in (string[])["first", "second", "third"])
        {
            await stores.Inbox.AcceptAsync(site.Tenant, site.Event(id), Ct);
        }

        (await ClaimAsync(stores, 2)).ShouldBe(["first", "second"]);
        (await ClaimAsync(stores, 2)).ShouldBe(["third"]);
        (await ClaimAsync(stores, 2)).ShouldBeEmpty();
        db.Clock.Move(Lease);
        (await ClaimAsync(stores, 10)).ShouldBe(["first", "second", "third"]);
    }

    [Theory, Engines]
    public async Task Events_That_Need_Jira_Are_Claimed_Apart(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        await stores.Inbox.AcceptAsync(site.Tenant, site.Event("asks") with { Snapshot = null }, Ct);
        await stores.Inbox.AcceptAsync(site.Tenant, site.Event("large") with { Kind = JiraEventKind.Unreadable, Issue = null, Snapshot = null }, Ct);
        await stores.Inbox.AcceptAsync(site.Tenant, site.Event("tells"), Ct);
        await stores.Inbox.AcceptAsync(site.Tenant, site.Event("gone") with { Kind = JiraEventKind.IssueDeleted, Snapshot = null }, Ct);

        (await ClaimAsync(stores, 10)).ShouldBe(["tells", "gone"]);
        (await stores.Inbox.ClaimAsync(Guid.NewGuid(), asksJira: true, 10, Lease, Ct)).Select(d => d.Event.DeliveryId).ShouldBe(["asks", "large"]);
    }

    [Theory, Engines]
    public async Task Released_Deliveries_Are_As_If_Never_Claimed_And_The_Others_Untouched(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        foreach (var id in (string[])["done", "retried", "waiting", "waiting too", "another's"])
        {
            await stores.Inbox.AcceptAsync(site.Tenant, site.Event(id), Ct);
        }

        var owner = Guid.NewGuid();
        var claimed = await stores.Inbox.ClaimAsync(owner, 4, Lease, Ct);
        (await ClaimAsync(stores, 10)).ShouldBe(["another's"]);
        await stores.Inbox.CompleteAsync(claimed[0], Ct);
        await stores.Inbox.RetryAsync(claimed[1], db.Clock.Now.AddMinutes(5), "jira.unavailable", Ct);

        await stores.Inbox.ReleaseAsync(owner, Ct);

        (await stores.Inbox.ClaimAsync(Guid.NewGuid(), 10, Lease, Ct)).Select(d => (d.Event.DeliveryId, d.Attempts)).ShouldBe([("waiting", 0), ("waiting too", 0)]);
        db.Clock.Move(TimeSpan.FromMinutes(5));
        (await stores.Inbox.ClaimAsync(Guid.NewGuid(), 10, Lease, Ct)).Select(d => (d.Event.DeliveryId, d.Attempts)).ShouldContain(("retried", 1));
    }

    [Theory, Engines]
    public async Task Completing_Works_Once_And_Drops_The_Payload(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        await stores.Inbox.AcceptAsync(site.Tenant, site.Event("d"), Ct);
        var delivery = (await stores.Inbox.ClaimAsync(Guid.NewGuid(), 1, Lease, Ct)).Single();

        (await stores.Inbox.CompleteAsync(delivery, Ct)).ShouldBeTrue();

        (await stores.Inbox.CompleteAsync(delivery, Ct)).ShouldBeFalse();
        (await stores.Session.FindAsync<string>("SELECT payload FROM webhook_inbox", null, Ct)).ShouldBeNull();
        (await stores.Inbox.AcceptAsync(site.Tenant, site.Event("d"), Ct)).ShouldBeFalse();
        db.Clock.Move(Lease);
        (await ClaimAsync(stores, 10)).ShouldBeEmpty();
    }

    [Theory, Engines]
    public async Task Worker_That_Lost_Its_Claim_Cannot_Complete(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        await stores.Inbox.AcceptAsync(site.Tenant, site.Event("d"), Ct);
        var slow = (await stores.Inbox.ClaimAsync(Guid.NewGuid(), 1, Lease, Ct)).Single();
        db.Clock.Move(Lease);
        var quick = (await stores.Inbox.ClaimAsync(Guid.NewGuid(), 1, Lease, Ct)).Single();

        (await stores.Inbox.CompleteAsync(slow, Ct)).ShouldBeFalse();
        await stores.Inbox.ParkAsync(slow, "late", Ct);
        await stores.Inbox.RetryAsync(slow, db.Clock.Now, "late", Ct);

        quick.Attempts.ShouldBe(1);
        (await stores.Inbox.CompleteAsync(quick, Ct)).ShouldBeTrue();
    }

    [Theory, Engines]
    public async Task Effect_Of_A_Rolled_Back_Unit_Leaves_The_Delivery_Pending(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        await stores.Inbox.AcceptAsync(site.Tenant, site.Event("d"), Ct);
        var delivery = (await stores.Inbox.ClaimAsync(Guid.NewGuid(), 1, Lease, Ct)).Single();

        await Should.ThrowAsync<InvalidDataException>(() => stores.Work.RunAsync<int>(
            async ct =>
            {
                (await stores.Inbox.CompleteAsync(delivery, ct)).ShouldBeTrue();
                throw new InvalidDataException();
            },
            Ct));

        (await stores.Inbox.CompleteAsync(delivery, Ct)).ShouldBeTrue();
    }

    [Theory, Engines]
    public async Task Retried_Delivery_Comes_Back_When_It_Is_Due(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        await stores.Inbox.AcceptAsync(site.Tenant, site.Event("d"), Ct);
        var delivery = (await stores.Inbox.ClaimAsync(Guid.NewGuid(), 1, Lease, Ct)).Single();

        await stores.Inbox.RetryAsync(delivery, db.Clock.Now.AddMinutes(5), "jira.unavailable", Ct);

        db.Clock.Move(TimeSpan.FromMinutes(4));
        (await ClaimAsync(stores, 1)).ShouldBeEmpty();
        db.Clock.Move(TimeSpan.FromMinutes(1));
        (await stores.Inbox.ClaimAsync(Guid.NewGuid(), 1, Lease, Ct)).Single().Attempts.ShouldBe(1);
    }

    [Theory, Engines]
    public async Task Health_Counts_What_Waits_And_Lists_What_Was_Given_Up(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        (await stores.Inbox.ReadHealthAsync(Ct)).ShouldSatisfyAllConditions(h => h.Pending.ShouldBe(0), h => h.OldestPendingAt.ShouldBeNull(), h => h.LastParked.ShouldBeEmpty());
        var receivedAt = db.Clock.Now;
        await stores.Inbox.AcceptAsync(site.Tenant, site.Event("bad"), Ct);
        await stores.Inbox.ParkAsync((await stores.Inbox.ClaimAsync(Guid.NewGuid(), 1, Lease, Ct)).Single(), "jira.refused", Ct);
        db.Clock.Move(TimeSpan.FromMinutes(1));
        var waitingSince = db.Clock.Now;
        await stores.Inbox.AcceptAsync(site.Tenant, site.Event("waiting"), Ct);

        var health = await stores.Inbox.ReadHealthAsync(Ct);

        health.Pending.ShouldBe(1);
        health.OldestPendingAt.ShouldBe(waitingSince);
        health.Parked.ShouldBe(1);
        health.LastParked.ShouldBe([new ParkedDelivery("jira:issue_updated", receivedAt, 1, "jira.refused")]);
    }

    [Theory, Engines]
    public async Task Purge_Forgets_Old_Handled_Deliveries_Only(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        foreach (var id in (string[])["handled", "parked", "pending"])
        {
            await stores.Inbox.AcceptAsync(site.Tenant, site.Event(id), Ct);
        }

        var claimed = await stores.Inbox.ClaimAsync(Guid.NewGuid(), 2, Lease, Ct);
        await stores.Inbox.CompleteAsync(claimed[0], Ct);
        await stores.Inbox.ParkAsync(claimed[1], "x", Ct);

        (await stores.Inbox.PurgeAsync(db.Clock.Now, 10, Ct)).ShouldBe(0);
        (await stores.Inbox.PurgeAsync(db.Clock.Now.AddSeconds(1), 10, Ct)).ShouldBe(1);

        (await stores.Inbox.ReadHealthAsync(Ct)).ShouldSatisfyAllConditions(h => h.Pending.ShouldBe(1), h => h.Parked.ShouldBe(1));
    }

    [Theory, Engines]
    public async Task Purge_Takes_No_More_Than_It_Is_Told_And_The_Oldest_First(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        foreach (var id in (string[])["first", "second", "third"])
        {
            await stores.Inbox.AcceptAsync(site.Tenant, site.Event(id), Ct);
            db.Clock.Move(TimeSpan.FromSeconds(1));
        }

        foreach (var delivery in await stores.Inbox.ClaimAsync(Guid.NewGuid(), 3, Lease, Ct))
        {
            await stores.Inbox.CompleteAsync(delivery, Ct);
        }

        (await stores.Inbox.PurgeAsync(db.Clock.Now, 2, Ct)).ShouldBe(2);
        (await stores.Session.QueryAsync<string>("SELECT delivery_id FROM webhook_inbox", null, Ct)).ShouldBe(["third"]);
        (await stores.Inbox.PurgeAsync(db.Clock.Now, 2, Ct)).ShouldBe(1);
    }

    [Theory, Engines]
    public async Task Row_That_Cannot_Be_Read_Is_Parked_And_The_Others_Go_On(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        await stores.Inbox.AcceptAsync(site.Tenant, site.Event("broken"), Ct);
        await stores.Inbox.AcceptAsync(site.Tenant, site.Event("fine"), Ct);
        await stores.Session.ExecuteAsync("UPDATE webhook_inbox SET payload = '{\"kind\":' WHERE delivery_id = 'broken'", null, Ct);

        (await ClaimAsync(stores, 10)).ShouldBe(["fine"]);

        (await stores.Inbox.ReadHealthAsync(Ct)).LastParked.Single().ErrorCode.ShouldBe("inbox.payload_unreadable");
    }

    private static async Task<IEnumerable<string>> ClaimAsync(StoreScope stores, int most) =>
        (await stores.Inbox.ClaimAsync(Guid.NewGuid(), most, Lease, Ct)).Select(d => d.Event.DeliveryId).ToList();
}
