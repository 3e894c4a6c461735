using System.Net;

namespace Addon.Web.Connect.Auth;

/// <summary>
/// Reads a query string as the platform does. ASP.NET's own collection folds the case of names, so that <c>B</c> and <c>b</c> would become one parameter.
/// </summary>
internal static class RawQuery
{
    /// <summary>The parameters in the order in which they were sent, decoded; empty segments are none.</summary>
    public static List<(string Name, string Value)> Parse(ReadOnlySpan<char> query)
    {
        var parameters = new List<(string Name, string Value)>();
        foreach (var range in query.Split('&'))
        {
            var segment = query[range];
            if (segment.IsEmpty)
            {
                continue;
            }

            var equals = segment.IndexOf('=');
            parameters.Add(equals < 0
                ? (Decode(segment), "")
                : (Decode(segment[..equals]), Decode(segment[(equals + 1)..])));
        }

        return parameters;
    }

    /// <summary>The query part of a raw request target, without the question mark.</summary>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> target)
    {
        var fragment = target.IndexOf('#');
        if (fragment >= 0)
        {
            target = target[..fragment];
        }

        var mark = target.IndexOf('?');
        return mark < 0 ? [] : target[(mark + 1)..];
    }

    // '+' is a space, a malformed escape stays as it is, bytes that are no UTF-8 become U+FFFD: as in the platform's own libraries.
    private static string Decode(ReadOnlySpan<char> text) =>
        text.IndexOfAny('%', '+') < 0 ? text.ToString() : WebUtility.UrlDecode(text.ToString());
}
