using System.Security.Cryptography;
using System.Text;

namespace Addon.Sandbox.Rest;

/// <summary>Jira's side of the query string hash, written apart from the add-on's so that a mistake in one shows in the other.</summary>
/// <remarks>Connect: creating a query string hash. Names are sorted as encoded, by bytes; repeated values are sorted and joined by a literal comma.</remarks>
internal static class QueryStringHash
{
    /// <summary>The hash of a request whose raw target is <paramref name="target"/>; the local site has no base path.</summary>
    public static string Of(string method, string target) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(method, target))));

    internal static string Canonical(string method, string target)
    {
        var cut = target.IndexOf('?', StringComparison.Ordinal);
        var path = (cut < 0 ? target : target[..cut]).Replace("&", "%26", StringComparison.Ordinal);
        path = path.Length > 1 && path.EndsWith('/') ? path[..^1] : path;
        var query = cut < 0 ? "" : target[(cut + 1)..];
        return $"{method.ToUpperInvariant()}&{(path.Length == 0 ? "/" : path)}&{CanonicalQuery(query)}";
    }

    private static string CanonicalQuery(string query)
    {
        var parameters = query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2))
            .Select(pair => (Name: Encode(pair[0]), Value: pair.Length > 1 ? Encode(pair[1]) : ""))
            .Where(pair => !string.Equals(pair.Name, "jwt", StringComparison.Ordinal))
            .GroupBy(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        return string.Join('&', parameters.Select(group => $"{group.Key}={string.Join(',', group.Order(StringComparer.Ordinal))}"));
    }

    private static string Encode(string raw) => Uri.EscapeDataString(Uri.UnescapeDataString(raw.Replace('+', ' ')));
}
