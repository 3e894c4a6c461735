using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Addon.Core.Common;
using Addon.Core.Installations;
using Addon.Web.Connect.Auth;

namespace Addon.Web.Connect.Lifecycle;

/// <summary>The body of a lifecycle call, read tolerantly: unknown members are nobody's business, wrong ones are named.</summary>
internal sealed class LifecycleBody(JsonElement root, SiteUrls urls, string appKey)
{
    /// <summary>A shorter secret cannot key HS256; it would only fail later, at the first signature.</summary>
    private const int ShortestSecret = 32;

    private const int LongestSecret = 1024;
    private const int LongestClientKey = 255;
    private const int LongestUrl = 512;
    private const int LongestId = 255;

    private readonly List<FieldError> errors = [];

    /// <summary>The site that the body names, or null when it names none that can be compared.</summary>
    public string? ClientKey { get; } = root.TryGetProperty("clientKey", out var key) && TryReadText(key, out var text) ? text : null;

    /// <summary>Reads an "installed".</summary>
    public Outcome<InstallCall> ReadInstall(SignedLifecycle signed)
    {
        CheckAppKey();
        var clientKey = Required("clientKey", LongestClientKey);
        var secret = Required("sharedSecret", LongestSecret);
        if (secret is not null && Encoding.UTF8.GetByteCount(secret) < ShortestSecret)
        {
            Add("sharedSecret", "lifecycle.secret_too_short", $"The shared secret must be at least {ShortestSecret} bytes.");
        }

        var baseUrl = ReadBaseUrl();
        var displayUrl = ReadDisplayUrl() ?? baseUrl;
        var cloudId = Optional("cloudId", LongestId);
        var installationId = Optional("installationId", LongestId);
        return errors.Count > 0
            ? DomainError.Invalid(errors)
            : new InstallCall(clientKey!, new Secret(secret!), baseUrl!, displayUrl!, signed.IssuedAt, signed.CallIdOf(root), cloudId, installationId);
    }

    /// <summary>Reads an "uninstalled".</summary>
    public Outcome<UninstallCall> ReadUninstall(SignedLifecycle signed)
    {
        CheckAppKey();
        var clientKey = Required("clientKey", LongestClientKey);
        var baseUrl = ReadBaseUrl();
        return errors.Count > 0 ? DomainError.Invalid(errors) : new UninstallCall(clientKey!, baseUrl!, signed.IssuedAt, signed.CallIdOf(root));
    }

    private void CheckAppKey()
    {
        if (Required("key", LongestId) is { } key && key != appKey)
        {
            Add("key", "lifecycle.app_key_foreign", "This call is for another app.");
        }
    }

    private Uri? ReadBaseUrl()
    {
        if (Required("baseUrl", LongestUrl) is not { } text)
        {
            return null;
        }

        if (urls.TryReadBase(text, out var url))
        {
            return url;
        }

        Add("baseUrl", "lifecycle.site_forbidden", "The base URL must be the https address of an allowed site, without path, query, user info or port.");
        return null;
    }

    private Uri? ReadDisplayUrl()
    {
        if (Optional("displayUrl", LongestUrl) is not { } text)
        {
            return null;
        }

        if (urls.TryReadDisplay(text, out var url))
        {
            return url;
        }

        Add("displayUrl", "lifecycle.display_url_invalid", "The display URL must be an https address with a host name, without path, query, user info or port.");
        return null;
    }

    private string? Required(string field, int longest)
    {
        if (Optional(field, longest) is { } text)
        {
            return text;
        }

        if (errors.TrueForAll(e => e.Field != field))
        {
            Add(field, "lifecycle.field_missing", $"The member \"{field}\" is missing.");
        }

        return null;
    }

    private string? Optional(string field, int longest)
    {
        if (!root.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (!TryReadText(value, out var text))
        {
            Add(field, "lifecycle.field_type", $"The member \"{field}\" must be a string.");
            return null;
        }

        if (text.Length > longest)
        {
            Add(field, "lifecycle.field_too_long", $"The member \"{field}\" must have at most {longest} characters.");
            return null;
        }

        return text.Length == 0 ? null : text;
    }

    private static bool TryReadText(JsonElement value, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (value.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        try
        {
            text = value.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: JSON allows it, text does not.
            return false;
        }
    }

    private void Add(string field, string code, string message) => errors.Add(new FieldError(field, code, message));
}
