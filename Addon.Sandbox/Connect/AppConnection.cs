using System.Text.Json.Nodes;
using Addon.Sandbox.LocalJira;
using Addon.Sandbox.Rest;

namespace Addon.Sandbox.Connect;

/// <summary>The life of the add-on on the local site: reading its descriptor, installing, rotating the secret, uninstalling.</summary>
public sealed class AppConnection
{
    private readonly LocalSite _site;
    private readonly SiteTokens _tokens;
    private readonly SiteAddress _address;
    private readonly AppKey _appKey;
    private readonly HttpClient _http;

    internal AppConnection(LocalSite site, SiteTokens tokens, SiteAddress address, AppKey appKey, HttpClient http)
    {
        _site = site;
        _tokens = tokens;
        _address = address;
        _appKey = appKey;
        _http = http;
    }

    /// <summary>The descriptor that was installed last, or null before the first install.</summary>
    public AppDescriptor? Descriptor { get; private set; }

    /// <summary>The descriptor while the app is installed.</summary>
    public AppDescriptor? Installed => _site.IsInstalled ? Descriptor : null;

    /// <summary>Reads the descriptor and does the signed install.</summary>
    /// <param name="descriptorUrl">Where the descriptor is.</param>
    /// <param name="newSecret">Whether this brings a new secret, as an installation by an admin does; else it is the repetition that an update brings.</param>
    /// <param name="ct">Cancels.</param>
    public async Task InstallAsync(Uri descriptorUrl, bool newSecret, CancellationToken ct)
    {
        var app = AppDescriptor.Parse(await _http.GetByteArrayAsync(descriptorUrl, ct));
        var secret = newSecret ? LocalSite.NewSecret() : _site.SharedSecret;
        var body = Body(app, "installed");
        body["sharedSecret"] = secret;
        var url = app.Lifecycle("installed") ?? throw new InvalidOperationException("The descriptor names no 'installed' URL.");

        // The add-on may call back as soon as it has the secret.
        (Descriptor, _appKey.Value) = (app, app.Key);
        using var answer = await PostAsync(url, body, _tokens.ForLifecycle(url, app.BaseUrl), ct);
        if ((int)answer.StatusCode is not (200 or 204))
        {
            throw new InvalidOperationException($"The add-on answered {(int)answer.StatusCode} to the install.");
        }

        _site.SetInstalled(true, secret);
        await TellAsync(app, "enabled", ct);
    }

    /// <summary>Uninstalls the add-on.</summary>
    public async Task UninstallAsync(CancellationToken ct)
    {
        if (Installed is not { } app)
        {
            return;
        }

        await TellAsync(app, "disabled", ct);
        _site.SetInstalled(false);
        if (app.Lifecycle("uninstalled") is { } url)
        {
            // A notification: whatever the add-on answers, the site has uninstalled it.
            using var answer = await PostAsync(url, Body(app, "uninstalled"), _tokens.ForLifecycle(url, app.BaseUrl), ct);
        }
    }

    private async Task TellAsync(AppDescriptor app, string eventType, CancellationToken ct)
    {
        if (app.Lifecycle(eventType) is { } url)
        {
            using var answer = await PostAsync(url, Body(app, eventType), _tokens.ForUrl("POST", url, app.BaseUrl, null), ct);
        }
    }

    private async Task<HttpResponseMessage> PostAsync(Uri url, JsonObject body, string token, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Authorization", $"JWT {token}");
        return await _http.SendAsync(request, ct);
    }

    private JsonObject Body(AppDescriptor app, string eventType) => new()
    {
        ["key"] = app.Key,
        ["clientKey"] = _site.ClientKey,
        ["baseUrl"] = _address.Origin,
        ["displayUrl"] = _address.Origin,
        ["productType"] = "jira",
        ["description"] = "A local Jira for development",
        ["serverVersion"] = "100285",
        ["pluginsVersion"] = "1001.0.0-SNAPSHOT",
        ["eventType"] = eventType,
    };
}
