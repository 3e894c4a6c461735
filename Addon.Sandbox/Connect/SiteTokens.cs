using Addon.Sandbox.LocalJira;
using Addon.Sandbox.Signing;

namespace Addon.Sandbox.Connect;

/// <summary>The tokens of the local site, for the add-on that is installed on it.</summary>
internal sealed class SiteTokens(LocalSite site, InstallKey installKey, TimeProvider clock)
{
    /// <summary>A token for one address of the add-on: a page (GET) or a call of the site's server (POST).</summary>
    public string ForUrl(string method, Uri url, Uri baseUrl, string? accountId) => HttpMethods.IsGet(method)
        ? ConnectTokens.Page(site.ClientKey, site.SharedSecret, Relative(url, baseUrl), accountId, clock.GetUtcNow())
        : ConnectTokens.Webhook(site.ClientKey, site.SharedSecret, Relative(url, baseUrl), clock.GetUtcNow(), draft => draft.With("sub", accountId));

    /// <summary>The token of install and uninstall.</summary>
    public string ForLifecycle(Uri url, Uri baseUrl) =>
        ConnectTokens.Lifecycle(installKey, site.ClientKey, baseUrl.AbsoluteUri.TrimEnd('/'), Relative(url, baseUrl), clock.GetUtcNow());

    /// <summary>The token that the page around a frame hands out.</summary>
    public string ForContext(JiraUser? user, JiraIssue? issue, JiraProject? project) => ConnectTokens.Context(
        site.ClientKey,
        site.SharedSecret,
        user?.AccountId,
        clock.GetUtcNow(),
        issue is null ? null : (issue.Id, issue.Key),
        project is null ? null : (project.Id, project.Key));

    private static string Relative(Uri url, Uri baseUrl) => url.AbsoluteUri[(baseUrl.AbsoluteUri.Length - 1)..];
}
