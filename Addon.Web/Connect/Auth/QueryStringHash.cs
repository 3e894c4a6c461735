using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Addon.Web.Connect.Auth;

/// <summary>The hash that binds a token to one request (Connect: query string hash, <c>qsh</c>); for what comes in and for what we sign.</summary>
/// <remarks>
/// Names are sorted in their encoded form, as the Java library does that Jira signs with; the npm library sorts them decoded, which differs only
/// where a name needs encoding. A base path is cut at a segment border, where the npm library cuts a plain prefix: <c>/app</c> must not eat <c>/apple</c>.
/// </remarks>
internal static class QueryStringHash
{
    /// <summary>What a token holds that our own script got from the page around it, instead of a hash.</summary>
    public const string OfContext = "context-qsh";

    private const string TokenParameter = "jwt";

    /// <summary>The hash of a request.</summary>
    /// <param name="method">The HTTP method, in any case.</param>
    /// <param name="target">The raw request target or an absolute URL: percent-encoding as it was sent.</param>
    /// <param name="basePath">The path of the base URL that the receiver is known by; empty when it has none.</param>
    public static string Compute(string method, ReadOnlySpan<char> target, ReadOnlySpan<char> basePath = default)
    {
        var canonical = Canonicalize(method, target, basePath);
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(canonical.Length));
        try
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(buffer.AsSpan(0, Encoding.UTF8.GetBytes(canonical, buffer)), hash);
            return Convert.ToHexStringLower(hash);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The text that is hashed. It holds the request's parameters: never log it.</summary>
    public static string Canonicalize(string method, ReadOnlySpan<char> target, ReadOnlySpan<char> basePath = default)
    {
        target = WithoutOrigin(target);
        var canonical = new StringBuilder(method.Length + target.Length + 16);
        canonical.Append(method.ToUpperInvariant()).Append('&');
        AppendPath(canonical, PathOf(target), basePath);
        canonical.Append('&');
        AppendQuery(canonical, RawQuery.Of(target));
        return canonical.ToString();
    }

    private static void AppendPath(StringBuilder canonical, ReadOnlySpan<char> path, ReadOnlySpan<char> basePath)
    {
        path = WithoutBase(path, basePath.TrimEnd('/'));
        if (path.Length > 1 && path[^1] == '/')
        {
            path = path[..^1];
        }

        if (path.IsEmpty || path[0] != '/')
        {
            canonical.Append('/');
        }

        var start = canonical.Length;
        canonical.Append(path).Replace("&", "%26", start, path.Length);
    }

    private static void AppendQuery(StringBuilder canonical, ReadOnlySpan<char> query)
    {
        if (query.IsEmpty)
        {
            return;
        }

        var parameters = RawQuery.Parse(query);
        parameters.RemoveAll(p => p.Name == TokenParameter);
        for (var i = 0; i < parameters.Count; i++)
        {
            parameters[i] = (Uri.EscapeDataString(parameters[i].Name), parameters[i].Value);
        }

        parameters.Sort(static (a, b) =>
            string.CompareOrdinal(a.Name, b.Name) is var byName and not 0 ? byName : string.CompareOrdinal(a.Value, b.Value));
        string? previous = null;
        foreach (var (name, value) in parameters)
        {
            if (name == previous)
            {
                canonical.Append(',');
            }
            else
            {
                canonical.Append(previous is null ? "" : "&").Append(name).Append('=');
            }

            canonical.Append(Uri.EscapeDataString(value));
            previous = name;
        }
    }

    private static ReadOnlySpan<char> WithoutBase(ReadOnlySpan<char> path, ReadOnlySpan<char> basePath) =>
        path.StartsWith(basePath, StringComparison.Ordinal) && (path.Length == basePath.Length || path[basePath.Length] == '/')
            ? path[basePath.Length..]
            : path;

    private static ReadOnlySpan<char> PathOf(ReadOnlySpan<char> target)
    {
        var end = target.IndexOfAny('?', '#');
        return end < 0 ? target : target[..end];
    }

    // A request line may hold an absolute URL, and outgoing URLs are absolute.
    private static ReadOnlySpan<char> WithoutOrigin(ReadOnlySpan<char> target)
    {
        if (target.IsEmpty || target[0] == '/')
        {
            return target;
        }

        var scheme = target.IndexOf("://", StringComparison.Ordinal);
        if (scheme <= 0 || target[..scheme].IndexOfAny('/', '?', '#') >= 0)
        {
            return target;
        }

        var rest = target[(scheme + 3)..];
        var path = rest.IndexOfAny('/', '?', '#');
        return path < 0 ? [] : rest[path..];
    }
}
