using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Addon.Sandbox.Signing;
using Addon.Web.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shouldly;

namespace Addon.Web.Tests.Hosting;

/// <summary>
/// The real host on a real socket, with a database file of its own and stubs for everything that it calls. Tests speak to it as Jira and as our own
/// script do: with signed requests.
/// </summary>
public sealed class AddonApp : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly DirectoryInfo folder;
    private readonly string pathPrefix;

    private AddonApp(WebApplication app, AddonAppSettings settings, StubServer jira, InstallKey installKey, DirectoryInfo folder)
    {
        this.app = app;
        this.folder = folder;
        PublicBaseUrl = settings.PublicBaseUrl;
        Clock = settings.Clock ?? TimeProvider.System;
        Jira = jira;
        InstallKey = installKey;
        pathPrefix = settings.ProxyStripsBasePath ? "" : new Uri(settings.PublicBaseUrl).AbsolutePath.TrimEnd('/');
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    /// <summary>Everything that the host calls: the platform's key server and the sites.</summary>
    public StubServer Jira { get; }

    /// <summary>The platform's key.</summary>
    public InstallKey InstallKey { get; }

    /// <summary>The clock of the host and of the platform.</summary>
    public TimeProvider Clock { get; }

    /// <summary>The base URL under which the platform knows the host.</summary>
    public string PublicBaseUrl { get; }

    /// <summary>A plain client; relative URLs go to the host's root, redirects are not followed.</summary>
    public HttpClient Http { get; }

    /// <summary>The host's services, for what has no endpoint.</summary>
    internal IServiceProvider Services => app.Services;

    /// <summary>Starts a host.</summary>
    public static async Task<AddonApp> StartAsync(Action<AddonAppSettings>? configure = null)
    {
        var settings = new AddonAppSettings();
        configure?.Invoke(settings);
        var files = Directory.CreateTempSubdirectory("straightline-test-");
        var installKey = new InstallKey();
        var jira = await StubServer.StartAsync();
        jira.On("GET", $"/install-keys/{installKey.Id}", context => Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, installKey.PublicPem));
        var host = AddonHost.Create(Arguments(settings, jira, files), builder =>
        {
            if (settings.Clock is { } clock)
            {
                builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
            }

            settings.Services?.Invoke(builder);
        });
        settings.Endpoints?.Invoke(host);
        await host.StartAddonAsync();
        return new AddonApp(host, settings, jira, installKey, files);
    }

    /// <summary>Stops the host; fails when it has made calls that no test registered.</summary>
    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        // This host's pool and no other: hosts of other tests are in the middle of their work.
        var connection = await app.Services.GetRequiredService<Database>().OpenAsync(CancellationToken.None);
        await app.DisposeAsync();
        await connection.DisposeAsync();
        if (connection is SqliteConnection sqlite)
        {
            SqliteConnection.ClearPool(sqlite);
        }

        InstallKey.Dispose();
        folder.Delete(recursive: true);
        await Jira.DisposeAsync();
    }

    /// <summary>Installs the app on a new site, or again on a known one.</summary>
    public async Task<TestSite> InstallAsync(TestSite? site = null)
    {
        site ??= TestSite.New(Jira.BaseUrl);
        using var answer = await LifecycleAsync("/connect/installed", site.ClientKey, InstallBody(site));
        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent, await answer.Content.ReadAsStringAsync());
        return site;
    }

    /// <summary>Takes the app off a site.</summary>
    public async Task UninstallAsync(TestSite site)
    {
        var body = InstallBody(site);
        body.Remove("sharedSecret");
        body["eventType"] = "uninstalled";
        using var answer = await LifecycleAsync("/connect/uninstalled", site.ClientKey, body);
        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent, await answer.Content.ReadAsStringAsync());
        // A site that comes back is asked what changed in between.
        Jira.OnJson("POST", "/rest/api/3/search/jql", new JsonObject { ["issues"] = new JsonArray(), ["isLast"] = true });
    }

    /// <summary>The body of an "installed", as the platform sends it.</summary>
    public static JsonObject InstallBody(TestSite site) => new()
    {
        ["key"] = "straightline",
        ["clientKey"] = site.ClientKey,
        ["sharedSecret"] = site.Secret,
        ["baseUrl"] = site.BaseUrl.GetLeftPart(UriPartial.Authority),
        ["productType"] = "jira",
        ["description"] = "A site",
        ["serverVersion"] = "1001.0.0-SNAPSHOT",
        ["pluginsVersion"] = "1001.0.0-SNAPSHOT",
        ["eventType"] = "installed",
    };

    /// <summary>Sends a lifecycle call.</summary>
    /// <param name="url">The relative URL.</param>
    /// <param name="clientKey">Who signs.</param>
    /// <param name="body">The body.</param>
    /// <param name="issuedAt">When the platform issued it; now when null.</param>
    /// <param name="change">Changes to the token.</param>
    public Task<HttpResponseMessage> LifecycleAsync(string url, string clientKey, JsonNode body, DateTimeOffset? issuedAt = null, Action<TokenDraft>? change = null) =>
        PostAsync(url, ConnectTokens.Lifecycle(InstallKey, clientKey, PublicBaseUrl, url, issuedAt ?? Clock.GetUtcNow(), change), Json(body));

    /// <summary>Loads a page as Jira does in an iframe.</summary>
    /// <param name="site">The site.</param>
    /// <param name="url">The relative URL with its parameters.</param>
    /// <param name="account">Who looks; null for anonymous.</param>
    public Task<HttpResponseMessage> PageAsync(TestSite site, string url, string? account = "account-1") =>
        SendAsync(HttpMethod.Get, ConnectTokens.SignPageUrl(site.ClientKey, site.Secret, url, account, Clock.GetUtcNow()), null, null);

    /// <summary>Calls our API as our own script does, with a context token.</summary>
    /// <param name="site">The site.</param>
    /// <param name="method">The method.</param>
    /// <param name="url">The relative URL.</param>
    /// <param name="body">The body, or null.</param>
    /// <param name="account">Who acts; null for anonymous.</param>
    /// <param name="issue">The issue that the page shows.</param>
    /// <param name="project">The project that the page shows.</param>
    /// <param name="version">The version that is edited, for <c>If-Match</c>; null for none.</param>
    public Task<HttpResponseMessage> SessionAsync(
        TestSite site,
        HttpMethod method,
        string url,
        JsonNode? body = null,
        string? account = "account-1",
        (long Id, string Key)? issue = null,
        (long Id, string Key)? project = null,
        int? version = null)
    {
        var request = Request(
            method, url, ConnectTokens.Context(site.ClientKey, site.Secret, account, Clock.GetUtcNow(), issue, project), body is null ? null : Json(body));
        if (version is { } seen)
        {
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{seen}\"");
        }

        return Http.SendAsync(request);
    }

    /// <summary>Sends a webhook as Jira does.</summary>
    /// <param name="site">The site.</param>
    /// <param name="body">The body.</param>
    /// <param name="deliveryId">The delivery's id; a new one when null.</param>
    /// <param name="url">The relative URL.</param>
    public Task<HttpResponseMessage> WebhookAsync(TestSite site, JsonNode body, string? deliveryId = null, string url = "/connect/webhooks") =>
        WebhookAsync(site, Json(body), deliveryId, url);

    /// <summary>Sends a webhook with any body.</summary>
    public Task<HttpResponseMessage> WebhookAsync(TestSite site, HttpContent body, string? deliveryId = null, string url = "/connect/webhooks")
    {
        var request = Request(HttpMethod.Post, url, ConnectTokens.Webhook(site.ClientKey, site.Secret, url, Clock.GetUtcNow()), body);
        request.Headers.Add("X-Atlassian-Webhook-Identifier", deliveryId ?? Guid.NewGuid().ToString("D"));
        request.Headers.Add("X-Atlassian-Webhook-Flow", "Primary");
        request.Headers.UserAgent.ParseAdd("Atlassian-Webhook-HTTP-Client");
        return Http.SendAsync(request);
    }

    /// <summary>Sends a POST with a header token.</summary>
    public Task<HttpResponseMessage> PostAsync(string url, string? token, HttpContent? body) => SendAsync(HttpMethod.Post, url, token, body);

    /// <summary>Sends any request; the token, if any, goes into the header.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string url, string? token, HttpContent? body) => Http.SendAsync(Request(method, url, token, body));

    /// <summary>A request that goes over the wire exactly as it is written here.</summary>
    public HttpRequestMessage Request(HttpMethod method, string url, string? token, HttpContent? body)
    {
        // DangerousDisablePathAndQueryCanonicalization: what a test signs is what goes over the wire.
        var target = new Uri(Http.BaseAddress!.GetLeftPart(UriPartial.Authority) + pathPrefix + url, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var request = new HttpRequestMessage(method, target) { Content = body };
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"JWT {token}");
        }

        return request;
    }

    private static StringContent Json(JsonNode body) => new(body.ToJsonString(), Encoding.UTF8, "application/json");

    private static string[] Arguments(AddonAppSettings settings, StubServer jira, DirectoryInfo folder)
    {
        var configuration = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["environment"] = settings.Environment,
            ["urls"] = "http://127.0.0.1:0",
            ["Addon:PublicBaseUrl"] = settings.PublicBaseUrl,
            ["Connect:InstallKeyHosts:0"] = new Uri(jira.BaseUrl, "install-keys").ToString(),
            ["Connect:AllowedSiteHosts:0"] = "*.atlassian.net",
            ["Connect:AllowedSiteHosts:1"] = "*.jira.com",
            ["Connect:AllowedSiteHosts:2"] = "127.0.0.1",
            ["Connect:AllowedSiteHosts:3"] = "localhost",
            ["Database:ConnectionString"] = $"Data Source={Path.Combine(folder.FullName, "straightline.db")}",
            ["Secrets:Keys:0:Id"] = "test",
            ["Secrets:Keys:0:Base64"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            ["Logging:LogLevel:Default"] = "Warning",
        };
        foreach (var (key, value) in settings.Configuration)
        {
            configuration[key] = value;
        }

        return [.. configuration.Select(pair => $"--{pair.Key}={pair.Value}")];
    }
}
