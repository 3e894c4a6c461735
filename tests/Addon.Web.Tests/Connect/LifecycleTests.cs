using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Addon.Core.Common;
using Addon.Core.Installations;
using Addon.Sandbox.Signing;
using Addon.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Connect;

public sealed class LifecycleTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly TestClock clock = new(Start);

    [Fact]
    public async Task A_Rotated_Secret_Counts_At_Once_And_The_Old_One_For_A_Short_While()
    {
        await using var app = await StartAsync();
        var before = await app.InstallAsync();
        clock.Advance(TimeSpan.FromMinutes(1));
        var after = await app.InstallAsync(before.Rotated());

        (await CallAsync(app, after)).ShouldBe(HttpStatusCode.OK);
        (await CallAsync(app, before)).ShouldBe(HttpStatusCode.OK);
        clock.Advance(TimeSpan.FromMinutes(16));
        (await CallAsync(app, after)).ShouldBe(HttpStatusCode.OK);
        (await CallAsync(app, before)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Installing_Again_After_Leaving_Revives_The_Same_Tenant_Without_The_Old_Secret()
    {
        await using var app = await StartAsync();
        var first = await app.InstallAsync();
        var tenant = (await FindAsync(app, first))!.Tenant;
        clock.Advance(TimeSpan.FromMinutes(1));
        await app.UninstallAsync(first);
        (await CallAsync(app, first)).ShouldBe(HttpStatusCode.Unauthorized);
        (await FindAsync(app, first))!.SharedSecret.ShouldBeNull();

        clock.Advance(TimeSpan.FromMinutes(1));
        var second = await app.InstallAsync(first.Rotated());

        (await CallAsync(app, second)).ShouldBe(HttpStatusCode.OK);
        (await CallAsync(app, first)).ShouldBe(HttpStatusCode.Unauthorized);
        (await FindAsync(app, second))!.Tenant.ShouldBe(tenant);
    }

    [Fact]
    public async Task An_Uninstall_Of_An_Earlier_Life_That_Comes_Late_Changes_Nothing()
    {
        await using var app = await StartAsync();
        var site = await app.InstallAsync();

        using var late = await app.LifecycleAsync("/connect/uninstalled", site.ClientKey, AddonApp.InstallBody(site), Start - TimeSpan.FromMinutes(5));

        late.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await CallAsync(app, site)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_Install_That_Was_Overtaken_By_A_Newer_One_Does_Not_Bring_Its_Secret_Back()
    {
        await using var app = await StartAsync();
        var old = TestSite.New(app.Jira.BaseUrl);
        var current = await app.InstallAsync(old.Rotated());

        using var overtaken = await app.LifecycleAsync("/connect/installed", old.ClientKey, AddonApp.InstallBody(old), Start - TimeSpan.FromSeconds(10));

        overtaken.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await CallAsync(app, old)).ShouldBe(HttpStatusCode.Unauthorized);
        (await CallAsync(app, current)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_Install_That_Was_Overtaken_By_Its_Uninstall_Installs_Nothing()
    {
        await using var app = await StartAsync();
        var site = TestSite.New(app.Jira.BaseUrl);
        await app.UninstallAsync(site);

        using var overtaken = await app.LifecycleAsync("/connect/installed", site.ClientKey, AddonApp.InstallBody(site), Start - TimeSpan.FromSeconds(10));

        overtaken.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await CallAsync(app, site)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Every_Call_May_Be_Repeated()
    {
        await using var app = await StartAsync();
        var site = await app.InstallAsync();
        await app.InstallAsync(site);
        (await CallAsync(app, site)).ShouldBe(HttpStatusCode.OK);

        await app.UninstallAsync(site);
        await app.UninstallAsync(site);
        (await CallAsync(app, site)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Calls_Of_One_Second_Count_As_They_Arrive_And_A_Replay_Does_Not_Count()
    {
        await using var app = await StartAsync();
        var first = await app.InstallAsync();
        await app.UninstallAsync(first);
        (await CallAsync(app, first)).ShouldBe(HttpStatusCode.Unauthorized);

        await app.InstallAsync(first);
        (await CallAsync(app, first)).ShouldBe(HttpStatusCode.Unauthorized, "that was the first call again, to the letter");

        var second = await app.InstallAsync(first.Rotated());
        (await CallAsync(app, second)).ShouldBe(HttpStatusCode.OK);
        await app.UninstallAsync(first);
        (await CallAsync(app, second)).ShouldBe(HttpStatusCode.OK, "that was the uninstall again");
    }

    [Fact]
    public async Task Twenty_Installs_At_The_Same_Time_Leave_One_Tenant()
    {
        await using var app = await StartAsync();
        var site = TestSite.New(app.Jira.BaseUrl);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.InstallAsync(site)));

        (await CallAsync(app, site)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Two_Sites_With_One_Url_Stay_Two_Tenants()
    {
        await using var app = await StartAsync();
        var one = await app.InstallAsync();
        var two = await app.InstallAsync();

        (await FindAsync(app, one))!.Tenant.ShouldNotBe((await FindAsync(app, two))!.Tenant);
    }

    [Fact]
    public async Task What_The_Platform_Sends_Besides_Is_Kept_Or_Ignored()
    {
        await using var app = await StartAsync();
        var site = TestSite.New(app.Jira.BaseUrl);
        var body = AddonApp.InstallBody(site);
        body["displayUrl"] = "https://jira.customer.example";
        body["cloudId"] = "1a2b";
        body["installationId"] = "ari:cloud:ecosystem::installation/1";
        body["somethingNew"] = new JsonObject { ["deep"] = new JsonArray(1, 2) };
        using var answer = await app.LifecycleAsync("/connect/installed", site.ClientKey, body);
        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await app.InstallAsync(site)).ShouldBe(site);

        var installation = (await FindAsync(app, site))!;
        installation.CloudId.ShouldBe("1a2b");
        installation.ForgeInstallationId.ShouldBe("ari:cloud:ecosystem::installation/1");
        installation.DisplayUrl.ShouldBe(installation.BaseUrl, "the second call named no display URL");
    }

    [Theory]
    [InlineData("http://site.atlassian.net")]
    [InlineData("https://site.atlassian.net:8443")]
    [InlineData("https://127.0.0.1")]
    [InlineData("https://localhost")]
    public async Task Outside_Development_Only_Https_On_The_Usual_Port_Is_A_Site(string baseUrl)
    {
        using var key = new InstallKey();
        await using var app = await StartAsync(settings =>
        {
            settings.Environment = "Production";
            settings.Configuration["Connect:InstallKeyHosts:0"] = "https://keys.example.test";
            settings.Configuration["Connect:AllowedSiteHosts:2"] = "*.atlassian.net";
            settings.Configuration["Connect:AllowedSiteHosts:3"] = "*.jira.com";
            var services = settings.Services;
            settings.Services = builder =>
            {
                services?.Invoke(builder);
                builder.Services.AddHttpClient(Web.Connect.Auth.InstallKeys.ClientName).ConfigurePrimaryHttpMessageHandler(() => new OneKey(key));
            };
        });
        var body = AddonApp.InstallBody(TestSite.New(new Uri("https://site.atlassian.net")));
        var clientKey = body["clientKey"]!.GetValue<string>();
        void Sign(TokenDraft draft) => draft.WithHeader("kid", key.Id);
        Task<HttpResponseMessage> InstallAsync() => app.PostAsync(
            "/connect/installed",
            ConnectTokens.Lifecycle(key, clientKey, app.PublicBaseUrl, "/connect/installed", clock.GetUtcNow(), Sign),
            new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"));

        (await InstallAsync()).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        body["baseUrl"] = baseUrl;
        await (await InstallAsync()).ShouldBeInvalidAsync("baseUrl", "lifecycle.site_forbidden");
    }

    [Fact]
    public async Task A_Storage_That_Does_Not_Answer_Is_Our_Fault_And_Says_So()
    {
        await using var app = await StartAsync(settings =>
        {
            var services = settings.Services;
            settings.Services = builder =>
            {
                services?.Invoke(builder);
                builder.Services.Replace(ServiceDescriptor.Scoped<IInstallationStore, DeadStore>());
            };
        });
        var site = TestSite.New(app.Jira.BaseUrl);

        using var answer = await app.LifecycleAsync("/connect/installed", site.ClientKey, AddonApp.InstallBody(site));

        await answer.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "storage.unavailable");
    }

    [Fact]
    public async Task Enabled_And_Disabled_Are_Taken_And_Change_Nothing()
    {
        await using var app = await StartAsync();
        var site = await app.InstallAsync();

        foreach (var url in new[] { "/connect/disabled", "/connect/enabled", "/connect/disabled" })
        {
            (await app.WebhookAsync(site, AddonApp.InstallBody(site), url: url)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        }

        (await CallAsync(app, site)).ShouldBe(HttpStatusCode.OK);
    }

    private Task<AddonApp> StartAsync(Action<AddonAppSettings>? configure = null) => Probe.StartAsync(settings =>
    {
        settings.Clock = clock;
        configure?.Invoke(settings);
    });

    private static async Task<HttpStatusCode> CallAsync(AddonApp app, TestSite site)
    {
        using var answer = await app.SessionAsync(site, HttpMethod.Post, Probe.Session);
        return answer.StatusCode;
    }

    private static async Task<Installation?> FindAsync(AddonApp app, TestSite site)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IInstallationStore>().FindByClientKeyAsync(site.ClientKey, CancellationToken.None);
    }

    private sealed class DeadStore : IInstallationStore
    {
        public Task<Installation?> FindByClientKeyAsync(string clientKey, CancellationToken ct) => throw new StorageUnavailableException();

        public Task<Installation?> FindAsync(TenantId tenant, CancellationToken ct) => throw new StorageUnavailableException();

        public Task<bool> SaveAsync(Installation installation, CancellationToken ct) => throw new StorageUnavailableException();
    }

    private sealed class OneKey(InstallKey key) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(key.PublicPem) });
    }
}
