using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Addon.Web.Connect;

/// <summary>A pattern of site hosts: labels, of which <c>*</c> stands for exactly one, and optionally a port.</summary>
internal sealed partial class SiteHostPattern
{
    private readonly string[] labels;
    private readonly int? port;

    private SiteHostPattern(string host, int? port)
    {
        labels = host.Split('.');
        this.port = port;
        IsLocal = IPAddress.TryParse(host, out _) || host is "localhost" || host.EndsWith(".localhost", StringComparison.Ordinal);
    }

    /// <summary>Whether the pattern is for development: this machine, or an address instead of a name.</summary>
    public bool IsLocal { get; }

    /// <summary>Reads a pattern. A wildcard needs two literal labels after it: <c>*.net</c> would let every site of the world in.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SiteHostPattern? pattern)
    {
        pattern = null;
        var match = Form().Match(text?.ToLowerInvariant() ?? "");
        if (!match.Success)
        {
            return false;
        }

        int? number = null;
        if (match.Groups["port"] is { Success: true } digits)
        {
            if (!int.TryParse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value is 0 or > 65535)
            {
                return false;
            }

            number = value;
        }

        var host = match.Groups["host"].Value;
        var lastWildcard = Array.LastIndexOf(host.Split('.'), "*");
        if (lastWildcard >= 0 && host.Split('.').Length - lastWildcard - 1 < 2)
        {
            return false;
        }

        pattern = new SiteHostPattern(host, number);
        return true;
    }

    /// <summary>Whether the URL's host, and its port if the pattern names one, fit.</summary>
    public bool Matches(Uri url)
    {
        if (port is not null && port != url.Port)
        {
            return false;
        }

        var found = url.IdnHost.ToLowerInvariant().Split('.');
        if (found.Length != labels.Length)
        {
            return false;
        }

        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] != "*" ? labels[i] != found[i] : found[i].Length == 0)
            {
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex(@"^(?<host>(\*|[a-z0-9]([a-z0-9-]*[a-z0-9])?)(\.(\*|[a-z0-9]([a-z0-9-]*[a-z0-9])?))*)(:(?<port>[0-9]{1,5}))?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
