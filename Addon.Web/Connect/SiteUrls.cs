using System.Diagnostics.CodeAnalysis;
using System.Net;
using Microsoft.Extensions.Options;

namespace Addon.Web.Connect;

/// <summary>Which URLs a site may have.</summary>
/// <remarks>
/// The signature of an install does not cover its body, and the base URL in it is where our signed calls go later: only hosts that the operator
/// trusts are taken.
/// </remarks>
internal sealed class SiteUrls(IOptions<ConnectOptions> options, IHostEnvironment environment)
{
    private readonly SiteHostPattern[] allowed =
        [.. options.Value.AllowedSiteHosts.Select(text => SiteHostPattern.TryParse(text, out var pattern) ? pattern : null).OfType<SiteHostPattern>()];

    /// <summary>Reads a site's REST base: of an allowed host, https, without path, query, user info or a port of its own.</summary>
    public bool TryReadBase(string text, [NotNullWhen(true)] out Uri? url) =>
        TryReadOrigin(text, out url) && IsAllowed(url);

    /// <summary>Reads what people see in the address bar: any host name, because a site may have its own domain; nothing is ever called there.</summary>
    public bool TryReadDisplay(string text, [NotNullWhen(true)] out Uri? url)
    {
        if (!TryReadOrigin(text, out url))
        {
            return false;
        }

        return IsAllowed(url) || (!IPAddress.TryParse(url.IdnHost.Trim('[', ']'), out _) && !ConfiguredUrl.IsLoopback(url) && url.IdnHost.Contains('.', StringComparison.Ordinal));
    }

    private bool IsAllowed(Uri url) => Array.Exists(allowed, pattern => pattern.Matches(url));

    private bool TryReadOrigin(string text, [NotNullWhen(true)] out Uri? url)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out url)
            || url.UserInfo.Length > 0
            || url.AbsolutePath is not ("/" or "")
            || text.AsSpan().IndexOfAny("?#@\\") >= 0
            || text.Any(c => c <= ' ' || c > '~'))
        {
            return false;
        }

        return environment.IsDevelopment()
            ? url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp
            : url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort;
    }
}
