using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Addon.Core.Common;
using Microsoft.IdentityModel.Tokens;

namespace Addon.Web.Connect.Auth;

/// <summary>What a token says, read strictly and believed only after its signature has been checked.</summary>
/// <remarks>Read here and not by the JWT library, so that a claim of a wrong type, a repeated member or a deep nesting is a refusal and never an exception.</remarks>
internal sealed class ConnectToken
{
    /// <summary>Larger tokens are refused unread. The platform's are under 2 KB.</summary>
    private const int LongestToken = 8 * 1024;

    private const int LongestIssuer = 255;
    private const int LongestSubject = 128;

    /// <summary>The last second of the year 9999.</summary>
    private const double LastSecond = 253_402_300_799;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    private ConnectToken(string raw, JsonElement header, JsonElement payload)
    {
        Raw = raw;
        Algorithm = RequiredText(header, "alg", 16);
        KeyId = Text(header, "kid", 200);
        if (header.TryGetProperty("crit", out _))
        {
            throw new FormatException("crit");
        }

        Issuer = RequiredText(payload, "iss", LongestIssuer);
        Subject = Text(payload, "sub", LongestSubject);
        QueryHash = Text(payload, "qsh", 64);
        IssuedAt = Time(payload, "iat");
        NotBefore = Time(payload, "nbf");
        ExpiresAt = Time(payload, "exp");
        Audiences = Texts(payload, "aud");
        if (payload.TryGetProperty("context", out var context) && Member(context, "jira") is { } jira)
        {
            ShownIssue = IdOf(jira, "issue") is { } issue ? new IssueId(issue) : null;
            ShownProject = IdOf(jira, "project") is { } project ? new ProjectId(project) : null;
        }
    }

    /// <summary>The compact form.</summary>
    public string Raw { get; }

    /// <summary>The header's <c>alg</c>: compared with what the kind demands, never followed.</summary>
    public string Algorithm { get; }

    /// <summary>The header's <c>kid</c>.</summary>
    public string? KeyId { get; }

    /// <summary>The site's client key.</summary>
    public string Issuer { get; }

    /// <summary>The acting person, or null.</summary>
    public string? Subject { get; }

    /// <summary>The <c>qsh</c>.</summary>
    public string? QueryHash { get; }

    /// <summary>The <c>aud</c>; empty when there is none.</summary>
    public IReadOnlyList<string> Audiences { get; }

    /// <summary>The <c>iat</c>.</summary>
    public DateTimeOffset? IssuedAt { get; }

    /// <summary>The <c>nbf</c>.</summary>
    public DateTimeOffset? NotBefore { get; }

    /// <summary>The <c>exp</c>.</summary>
    public DateTimeOffset? ExpiresAt { get; }

    /// <summary>The issue in the token's context.</summary>
    public IssueId? ShownIssue { get; }

    /// <summary>The project in the token's context.</summary>
    public ProjectId? ShownProject { get; }

    /// <summary>Reads a token in compact form.</summary>
    public static bool TryParse(string raw, [NotNullWhen(true)] out ConnectToken? token)
    {
        token = null;
        if (raw.Length > LongestToken || raw.Split('.') is not [{ Length: > 0 } header, { Length: > 0 } payload, { Length: > 0 }])
        {
            return false;
        }

        try
        {
            using var headerJson = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(header), Strict);
            using var payloadJson = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(payload), Strict);
            token = new ConnectToken(raw, headerJson.RootElement, payloadJson.RootElement);
            return true;
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }

    private static string RequiredText(JsonElement parent, string name, int longest) =>
        Text(parent, name, longest) ?? throw new FormatException(name);

    private static string? Text(JsonElement parent, string name, int longest)
    {
        if (!parent.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var text = value.GetString()!;
        return text.Length <= longest ? (text.Length == 0 ? null : text) : throw new FormatException(name);
    }

    private static IReadOnlyList<string> Texts(JsonElement parent, string name)
    {
        if (!parent.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        return value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(item => item.GetString() ?? throw new FormatException(name))]
            : [value.GetString()!];
    }

    private static DateTimeOffset? Time(JsonElement parent, string name)
    {
        if (!parent.TryGetProperty(name, out var value))
        {
            return null;
        }

        var seconds = value.GetDouble();
        return seconds is >= 0 and <= LastSecond
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : throw new FormatException(name);
    }

    private static JsonElement? Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? value : null;

    // The context only shows what the page is about; one that cannot be read is none.
    private static long? IdOf(JsonElement jira, string name)
    {
        if (Member(jira, name) is not { } entity || Member(entity, "id") is not { } id)
        {
            return null;
        }

        long number = 0;
        var found = id.ValueKind switch
        {
            JsonValueKind.Number => id.TryGetInt64(out number),
            JsonValueKind.String => long.TryParse(id.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out number),
            _ => false,
        };
        return found && number > 0 ? number : null;
    }
}
