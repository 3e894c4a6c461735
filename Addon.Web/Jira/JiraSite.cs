using Addon.Core.Common;
using Addon.Core.Installations;

namespace Addon.Web.Jira;

/// <summary>
/// Where a site is and what calls to it are signed with, as one value that rides on each request: a secret can never sign a call to another site.
/// </summary>
/// <param name="Tenant">Whose site.</param>
/// <param name="BaseUrl">The site's REST base.</param>
/// <param name="AppKey">Our app key, the issuer of our tokens.</param>
/// <param name="Secret">The secret that we share with the site.</param>
internal sealed record JiraSite(TenantId Tenant, Uri BaseUrl, string AppKey, Secret Secret)
{
    private static readonly HttpRequestOptionsKey<JiraSite> Key = new("straightline.jira-site");

    /// <summary>The site that a request is for.</summary>
    /// <exception cref="InvalidOperationException">The request was not made by a site; it must not go out unsigned.</exception>
    public static JiraSite Of(HttpRequestMessage request) => request.Options.TryGetValue(Key, out var site)
        ? site
        : throw new InvalidOperationException("A request to Jira has to be made by a JiraSite.");

    /// <summary>A request to this site.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">Path and query below <see cref="BaseUrl"/>; begins with a slash, encoded.</param>
    public HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, BaseUrl.AbsoluteUri.TrimEnd('/') + path);
        request.Options.Set(Key, this);
        return request;
    }
}
