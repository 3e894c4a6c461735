using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Addon.Sandbox.Signing;

/// <summary>Makes the tokens that the platform makes, one method per kind.</summary>
/// <remarks>
/// Written without the add-on's own code and without its JWT library: what signs here and what verifies there must agree because both follow the
/// protocol, not because they share a line.
/// </remarks>
public static class ConnectTokens
{
    private static readonly TimeSpan LifeOfLifecycle = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LifeOfPage = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan LifeOfContext = TimeSpan.FromMinutes(15);

    /// <summary>A token of install or uninstall, signed with a platform key.</summary>
    /// <param name="key">The platform's key.</param>
    /// <param name="clientKey">The site.</param>
    /// <param name="audience">The app's public base URL.</param>
    /// <param name="url">The relative URL that is called (<c>/connect/installed</c>).</param>
    /// <param name="now">The platform's clock.</param>
    /// <param name="change">Changes to the draft.</param>
    public static string Lifecycle(InstallKey key, string clientKey, string audience, string url, DateTimeOffset now, Action<TokenDraft>? change = null)
    {
        var draft = Draft("RS256", clientKey, SandboxQueryHash.Of("POST", url), now, LifeOfLifecycle)
            .WithHeader("kid", key.Id)
            .With("aud", new JsonArray(audience));
        change?.Invoke(draft);
        return SignRs256(draft, key);
    }

    /// <summary>The token of a page's URL.</summary>
    /// <param name="clientKey">The site.</param>
    /// <param name="secret">The site's shared secret.</param>
    /// <param name="url">The relative URL with all its parameters except <c>jwt</c>.</param>
    /// <param name="account">The person who looks, or null when anonymous.</param>
    /// <param name="now">The platform's clock.</param>
    /// <param name="change">Changes to the draft.</param>
    public static string Page(string clientKey, string secret, string url, string? account, DateTimeOffset now, Action<TokenDraft>? change = null)
    {
        var draft = Draft("HS256", clientKey, SandboxQueryHash.Of("GET", url), now, LifeOfPage).With("sub", account);
        change?.Invoke(draft);
        return SignHs256(draft, secret);
    }

    /// <summary>A page's URL with its token, ready for an iframe.</summary>
    public static string SignPageUrl(string clientKey, string secret, string url, string? account, DateTimeOffset now) =>
        $"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}jwt={Page(clientKey, secret, url, account, now)}";

    /// <summary>The token of a call of the platform's server.</summary>
    /// <param name="clientKey">The site.</param>
    /// <param name="secret">The site's shared secret.</param>
    /// <param name="url">The relative URL that is called.</param>
    /// <param name="now">The platform's clock.</param>
    /// <param name="change">Changes to the draft.</param>
    public static string Webhook(string clientKey, string secret, string url, DateTimeOffset now, Action<TokenDraft>? change = null)
    {
        var draft = Draft("HS256", clientKey, SandboxQueryHash.Of("POST", url), now, LifeOfPage);
        change?.Invoke(draft);
        return SignHs256(draft, secret);
    }

    /// <summary>The token that the page around ours hands out to our script.</summary>
    /// <param name="clientKey">The site.</param>
    /// <param name="secret">The site's shared secret.</param>
    /// <param name="account">The person, or null when anonymous.</param>
    /// <param name="now">The platform's clock.</param>
    /// <param name="issue">The id and key of the issue that is shown, or null.</param>
    /// <param name="project">The id and key of the project that is shown, or null.</param>
    /// <param name="change">Changes to the draft.</param>
    public static string Context(
        string clientKey,
        string secret,
        string? account,
        DateTimeOffset now,
        (long Id, string Key)? issue = null,
        (long Id, string Key)? project = null,
        Action<TokenDraft>? change = null)
    {
        var jira = new JsonObject();
        AddShown(jira, "issue", issue);
        AddShown(jira, "project", project);
        var draft = Draft("HS256", clientKey, "context-qsh", now, LifeOfContext)
            .With("sub", account)
            .With("context", new JsonObject { ["jira"] = jira });
        change?.Invoke(draft);
        return SignHs256(draft, secret);
    }

    /// <summary>Signs a draft with a shared secret, whatever its header says.</summary>
    public static string SignHs256(TokenDraft draft, string secret) =>
        Join(draft, data => HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), data));

    /// <summary>Signs a draft with a platform key, whatever its header says.</summary>
    public static string SignRs256(TokenDraft draft, InstallKey key) => Join(draft, key.Sign);

    /// <summary>Joins a draft with any signature.</summary>
    public static string Join(TokenDraft draft, Func<byte[], byte[]> sign)
    {
        var data = $"{Encode(draft.Header)}.{Encode(draft.Claims)}";
        return $"{data}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(data)))}";
    }

    private static TokenDraft Draft(string algorithm, string clientKey, string hash, DateTimeOffset now, TimeSpan life) => new TokenDraft()
        .WithHeader("alg", algorithm)
        .With("iss", clientKey)
        .With("iat", now.ToUnixTimeSeconds())
        .With("exp", (now + life).ToUnixTimeSeconds())
        .With("qsh", hash);

    private static void AddShown(JsonObject jira, string name, (long Id, string Key)? shown)
    {
        if (shown is { } entity)
        {
            jira[name] = new JsonObject { ["id"] = entity.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), ["key"] = entity.Key };
        }
    }

    private static string Encode(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
