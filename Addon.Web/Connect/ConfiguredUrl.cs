using System.Net;

namespace Addon.Web.Connect;

/// <summary>The rules for every URL that an operator configures.</summary>
internal static class ConfiguredUrl
{
    /// <summary>What is wrong with the URL, as the end of a sentence that begins with the key; null when nothing is.</summary>
    /// <remarks>http and loopback are for development only: a token or a key over http is anybody's.</remarks>
    public static string? Fault(string text, IHostEnvironment environment)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp))
        {
            return "must be an absolute https URL.";
        }

        if (url.UserInfo.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0 || text.EndsWith('?') || text.EndsWith('#'))
        {
            return "must have neither user info nor query nor fragment.";
        }

        if (environment.IsDevelopment())
        {
            return null;
        }

        if (url.Scheme != Uri.UriSchemeHttps)
        {
            return "must be an https URL; http is accepted in Development only.";
        }

        return IsLoopback(url) ? "must not be a loopback address outside Development." : null;
    }

    /// <summary>Whether the URL names this machine.</summary>
    public static bool IsLoopback(Uri url) =>
        url.IsLoopback
        || url.IdnHost.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(url.IdnHost, out var address) && (IPAddress.IsLoopback(address) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)));
}
