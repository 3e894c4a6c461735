using Addon.Sandbox.Connect;

namespace Addon.Sandbox.Pages;

/// <summary>Keeps other web pages out: only requests to the site's own name are served, and only its own pages may change anything.</summary>
/// <remarks>The sandbox signs whatever the chosen person asks for; without this, any page in the same browser could ask.</remarks>
internal sealed class OwnOrigin(SiteAddress address)
{
    public bool Accepts(HttpRequest request)
    {
        if (!string.Equals(request.Host.Value, address.Url.Authority, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        // A signed REST call of the app carries no cookie that could be abused.
        return HttpMethods.IsGet(request.Method)
            || HttpMethods.IsHead(request.Method)
            || request.Headers.Authorization.Count > 0
            || string.Equals(request.Headers.Origin, address.Origin, StringComparison.Ordinal);
    }
}
