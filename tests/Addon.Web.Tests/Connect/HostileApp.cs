using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Addon.Sandbox.Signing;
using Addon.Web.Connect;
using Addon.Web.Tests.Hosting;
using Xunit;

namespace Addon.Web.Tests.Connect;

/// <summary>One host for all attacks: a site that is installed, another one, and one that has left.</summary>
public sealed class HostileApp : IAsyncLifetime
{
    private const string ParametersOfPage = "?issueId=10001&issueKey=ABC-1&lic=none";

    public AddonApp App { get; private set; } = null!;

    public TestSite Site { get; private set; } = null!;

    public TestSite Other { get; private set; } = null!;

    public TestSite Gone { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = await Probe.StartAsync(settings => settings.Clock = new TestClock(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero)));
        App.Jira.OnStatus("GET", "/install-keys/nobody-knows-this-one", 404);
        Site = await App.InstallAsync();
        Other = await App.InstallAsync();
        Gone = await App.InstallAsync();
        await App.UninstallAsync(Gone);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    /// <summary>The URL that a kind's honest request goes to.</summary>
    public static string UrlOf(ConnectTokenKind kind) => kind switch
    {
        ConnectTokenKind.Lifecycle => "/connect/installed",
        ConnectTokenKind.Page => Probe.Page + ParametersOfPage,
        ConnectTokenKind.Webhook => Probe.Webhook,
        _ => Probe.Session,
    };

    /// <summary>A kind's honest token, changed before it is signed.</summary>
    public string Token(ConnectTokenKind kind, Action<TokenDraft>? change = null, TestSite? site = null, string? url = null)
    {
        site ??= Site;
        url ??= UrlOf(kind);
        var now = App.Clock.GetUtcNow();
        return kind switch
        {
            ConnectTokenKind.Lifecycle => ConnectTokens.Lifecycle(App.InstallKey, site.ClientKey, App.PublicBaseUrl, url, now, change),
            ConnectTokenKind.Page => ConnectTokens.Page(site.ClientKey, site.Secret, url, "account-1", now, change),
            ConnectTokenKind.Webhook => ConnectTokens.Webhook(site.ClientKey, site.Secret, url, now, change),
            _ => ConnectTokens.Context(site.ClientKey, site.Secret, "account-1", now, change: change),
        };
    }

    /// <summary>An honest draft that the attacker signs in another way.</summary>
    public TokenDraft Draft(ConnectTokenKind kind)
    {
        TokenDraft? draft = null;
        _ = Token(kind, d => draft = d);
        return draft!;
    }

    /// <summary>The host's clock as a token's time.</summary>
    public long Now => App.Clock.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>A token whose payload is changed as text and then signed properly, for what a JSON tree cannot say.</summary>
    public string SignRaw(ConnectTokenKind kind, Func<string, string> change)
    {
        var draft = Draft(kind);
        var data = $"{Part(Json(draft.Header))}.{Part(change(Json(draft.Claims)))}";
        var bytes = Encoding.ASCII.GetBytes(data);
        var signature = kind == ConnectTokenKind.Lifecycle ? App.InstallKey.Sign(bytes) : HMACSHA256.HashData(Encoding.UTF8.GetBytes(Site.Secret), bytes);
        return $"{data}.{System.Buffers.Text.Base64Url.EncodeToString(signature)}";
    }

    /// <summary>Sends a token where the kind has it.</summary>
    public Task<HttpResponseMessage> SendAsync(ConnectTokenKind kind, string? token, string? url = null)
    {
        url ??= UrlOf(kind);
        return kind == ConnectTokenKind.Page
            ? App.SendAsync(HttpMethod.Get, token is null ? url : $"{url}&jwt={Uri.EscapeDataString(token)}", null, null)
            : App.SendAsync(HttpMethod.Post, url, token, Body());
    }

    /// <summary>The body of the honest install; other endpoints do not look at it.</summary>
    public HttpContent Body() => new StringContent(AddonApp.InstallBody(Site).ToJsonString(), Encoding.UTF8, "application/json");

    /// <summary>A JSON text as a token's part.</summary>
    public static string Part(string json) => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    /// <summary>A part of a draft as text.</summary>
    public static string Json(JsonObject json) => json.ToJsonString();
}
