using Addon.Core.Events;
using Addon.Core.Installations;
using Addon.Core.Tests.Fakes;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Addon.Core.Tests.Installations;

public sealed class LifecycleTests
{
    private static readonly Uri Site = new("https://acme.atlassian.net");

    private readonly MemoryInstallations store = new();
    private readonly MemoryInbox inbox = new();
    private readonly FixedClock clock = new();
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_Rotation_Keeps_The_Old_Secret_For_A_Short_Grace()
    {
        var first = await InstallAsync("old", 0);
        var second = await InstallAsync("new", 10);

        second.Tenant.ShouldBe(first.Tenant);
        second.SecretsAt(clock.Now).Select(s => s.Reveal()).ShouldBe(["new", "old"]);
        second.SecretsAt(clock.Now + Lifecycle.SecretGrace).Select(s => s.Reveal()).ShouldBe(["new"]);
    }

    [Fact]
    public async Task The_Same_Install_Again_Changes_Nothing_That_Counts()
    {
        var first = await InstallAsync("secret", 0);
        var second = await InstallAsync("secret", 0);

        second.ShouldBe(first);
    }

    [Fact]
    public async Task A_Late_Uninstall_Of_An_Older_Life_Is_Ignored()
    {
        await InstallAsync("first", 0);
        await InstallAsync("second", 20);

        (await UninstallAsync(10)).IsActive.ShouldBeTrue();
    }

    [Fact]
    public async Task A_Late_Install_Of_An_Older_Life_Is_Ignored()
    {
        await UninstallAsync(20);

        (await InstallAsync("late", 10)).IsActive.ShouldBeFalse();
    }

    [Fact]
    public async Task Uninstalled_Has_No_Secret_At_All()
    {
        await InstallAsync("old", 0);
        await InstallAsync("new", 1);
        var gone = await UninstallAsync(2);

        gone.SecretsAt(clock.Now).ShouldBeEmpty();
        (gone.SharedSecret, gone.PreviousSecret).ShouldBe((null, null));
    }

    [Fact]
    public async Task A_Reinstall_Revives_The_Same_Tenant()
    {
        var first = await InstallAsync("one", 0);
        await UninstallAsync(1);
        var again = await InstallAsync("two", 2);

        again.Tenant.ShouldBe(first.Tenant);
        again.SecretsAt(clock.Now).Select(s => s.Reveal()).ShouldBe(["two"]);
    }

    [Fact]
    public async Task A_Site_That_Comes_Back_Is_Asked_For_What_Changed_Since_It_Left()
    {
        await InstallAsync("one", 0);
        inbox.Accepted.ShouldBeEmpty();
        var gone = await UninstallAsync(1);
        clock.Now += TimeSpan.FromDays(3);
        await InstallAsync("two", 2);

        var returned = inbox.Accepted.ShouldHaveSingleItem();
        (returned.Kind, returned.OccurredAt, returned.AsksJira).ShouldBe((JiraEventKind.Returned, gone.UninstalledAt!.Value, true));
    }

    [Fact]
    public async Task Ids_That_Were_Sent_Once_Are_Kept()
    {
        var call = new InstallCall("key", new Secret("a"), Site, Site, clock.Now, "first", "cloud", "ari:installation");
        await Calls().InstallAsync(call, ct);
        var again = await Calls().InstallAsync(call with { CloudId = null, ForgeInstallationId = null, IssuedAt = clock.Now.AddSeconds(1), CallId = "second" }, ct);

        (again.CloudId, again.ForgeInstallationId).ShouldBe(("cloud", "ari:installation"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_Call_That_A_Later_One_Overtook_While_It_Was_Applied_Changes_And_Audits_Nothing(bool install)
    {
        var first = await InstallAsync("first", 0);
        var later = first with { SharedSecret = new Secret("later"), LifecycleAt = Issued(20) };
        store.StoredMeanwhile = later;
        store.Audit.Clear();

        (await (install ? InstallAsync("overtaken", 10) : UninstallAsync(10))).ShouldBe(later);

        store.Audit.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_Calls_Of_One_Second_The_Last_To_Arrive_Decides()
    {
        (await InstallAsync("one", 0)).IsActive.ShouldBeTrue();
        (await UninstallAsync(0)).IsActive.ShouldBeFalse();
        (await InstallAsync("two", 0)).SharedSecret.ShouldBe(new Secret("two"));
    }

    [Fact]
    public async Task A_Replay_Of_An_Applied_Call_Changes_Nothing_Within_Its_Second_Either()
    {
        await InstallAsync("one", 0);
        await UninstallAsync(0);

        (await InstallAsync("one", 0)).IsActive.ShouldBeFalse();
        (await InstallAsync("two", 0)).IsActive.ShouldBeTrue();
        (await UninstallAsync(0)).IsActive.ShouldBeTrue();
        store.Audit.Count.ShouldBe(3);
    }

    [Fact]
    public void Calls_Count_By_Second_Then_By_Arrival_However_Often_They_Come() => Prop
        .ForAll(
            Gen.Choose(0, 2).Select(second => second).ArrayOf(6).Zip(Gen.Choose(0, 1).Select(i => i == 1).ArrayOf(6)).ToArbitrary(),
            Gen.Choose(0, 5).ArrayOf(18).ToArbitrary(),
            (calls, arrivals) =>
            {
                var (seconds, installs) = calls;
                var all = Play(seconds, installs, arrivals);
                var once = Play(seconds, installs, arrivals.Distinct().OrderBy(i => seconds[i]));
                return all.IsActive == once.IsActive && Equals(all.SharedSecret, once.SharedSecret) && all.LifecycleAt == once.LifecycleAt;
            })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_Secret_Never_Shows_In_Text()
    {
        var installation = new Installation
        {
            Tenant = default,
            ClientKey = "key",
            BaseUrl = Site,
            DisplayUrl = Site,
            SharedSecret = new Secret("hush-hush"),
            LifecycleAt = clock.Now,
        };

        $"{installation} {installation.SharedSecret}".ShouldNotContain("hush");
    }

    private static Installation Play(int[] seconds, bool[] installs, IEnumerable<int> arrivals)
    {
        var test = new LifecycleTests();
        Installation? last = null;
        foreach (var i in arrivals)
        {
            // The store is in memory: every call is complete when it returns.
            last = (installs[i] ? test.InstallAsync($"secret-{i}", seconds[i]) : test.UninstallAsync(seconds[i], $"uninstall-{i}")).GetAwaiter().GetResult();
        }

        return last!;
    }

    private Lifecycle Calls() => new(store, inbox, store, store, clock);

    private Task<Installation> InstallAsync(string secret, int second) =>
        Calls().InstallAsync(new InstallCall("key", new Secret(secret), Site, Site, Issued(second), $"{secret}-{second}", null, null), ct);

    private Task<Installation> UninstallAsync(int second, string call = "uninstall") =>
        Calls().UninstallAsync(new UninstallCall("key", Site, Issued(second), call), ct);

    private static DateTimeOffset Issued(int second) => new DateTimeOffset(2026, 11, 21, 11, 0, 0, TimeSpan.Zero).AddSeconds(second);
}
