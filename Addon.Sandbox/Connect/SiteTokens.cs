// replaced below once signing lands
namespace Addon.Sandbox.Connect;

/// <summary>The tokens that the site sends.</summary>
internal sealed class SiteTokens
{
    public string ForUrl(string method, Uri url, Uri baseUrl, string? accountId) => throw new NotImplementedException();

    public string ForLifecycle(string method, Uri url, Uri baseUrl) => throw new NotImplementedException();

    public string ForContext(string? accountId, LocalJira.JiraIssue? issue, LocalJira.JiraProject project) => throw new NotImplementedException();
}
