using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Addon.Sandbox.Signing;

/// <summary>The platform's side of the query string hash, written from the protocol's description and not from the add-on's code.</summary>
/// <remarks>Slower and plainer than the add-on's: bytes in, bytes out, one rule after the other.</remarks>
public static class SandboxQueryHash
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    /// <summary>The hash of a request to a relative URL, that is one without the base URL.</summary>
    public static string Of(string method, string relativeUrl) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalOf(method, relativeUrl))));

    /// <summary>The text that is hashed.</summary>
    public static string CanonicalOf(string method, string relativeUrl)
    {
        var parts = relativeUrl.Split('#')[0].Split('?', 2);
        var path = parts[0].StartsWith('/') ? parts[0] : "/" + parts[0];
        if (path.Length > 1 && path.EndsWith('/'))
        {
            path = path[..^1];
        }

        var parameters = (parts.Length > 1 ? parts[1] : "")
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(segment => segment.Split('=', 2))
            .Select(pair => (Name: Decode(pair[0]), Value: pair.Length > 1 ? Decode(pair[1]) : ""))
            .Where(parameter => parameter.Name != "jwt")
            .GroupBy(parameter => Encode(parameter.Name), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"{group.Key}={string.Join(',', group.Select(p => p.Value).Order(StringComparer.Ordinal).Select(Encode))}");
        return $"{method.ToUpperInvariant()}&{path.Replace("&", "%26", StringComparison.Ordinal)}&{string.Join('&', parameters)}";
    }

    private static string Decode(string text)
    {
        var bytes = new List<byte>();
        var source = Encoding.UTF8.GetBytes(text);
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] == '%' && i + 2 < source.Length
                && byte.TryParse(Encoding.ASCII.GetString(source, i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else
            {
                bytes.Add(source[i] == '+' ? (byte)' ' : source[i]);
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static string Encode(string text) => string.Concat(Encoding.UTF8.GetBytes(text).Select(b =>
        Unreserved.Contains((char)b, StringComparison.Ordinal) ? ((char)b).ToString() : $"%{b:X2}"));
}
