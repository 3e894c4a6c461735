using Addon.Core.Common;

namespace Addon.Core.Installations;

/// <summary>The app on one site: who the site is, where it is, and the secret that we share with it.</summary>
/// <remarks>
/// Keyed by client key, never by URL: a restored or imported site can bring a second client key on the same URL, and taking the first one's
/// data over by URL would hand a tenant to whoever owns the URL now.
/// </remarks>
public sealed record Installation
{
    /// <summary>Our id of the site.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>The platform's id of the site; the <c>iss</c> of every token that comes from it. Case-sensitive, at most 255 characters.</summary>
    public required string ClientKey { get; init; }

    /// <summary>Where the site's REST API is; https, without a trailing slash. Outgoing calls go nowhere else.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>What people see in the address bar when the site has its own domain; else the same as <see cref="BaseUrl"/>.</summary>
    public required Uri DisplayUrl { get; init; }

    /// <summary>The key of the site's tokens and of ours to it, or null once uninstalled.</summary>
    public Secret? SharedSecret { get; init; }

    /// <summary>The secret before the last rotation, for tokens that were under way.</summary>
    public Secret? PreviousSecret { get; init; }

    /// <summary>Until when <see cref="PreviousSecret"/> counts.</summary>
    public DateTimeOffset? PreviousSecretUntil { get; init; }

    /// <summary>When the platform issued the last lifecycle call that was applied; an older one is a late one and changes nothing.</summary>
    public required DateTimeOffset LifecycleAt { get; init; }

    /// <summary>The ids of the calls of that moment that were applied, separated by spaces; the newest last. <c>iat</c> counts seconds, so there can be several.</summary>
    public string LifecycleCalls { get; init; } = "";

    /// <summary>When the site last installed the app (our clock), or null if only an uninstall was ever seen.</summary>
    public DateTimeOffset? InstalledAt { get; init; }

    /// <summary>When it was uninstalled, or null while it is installed. An uninstalled site authenticates nothing.</summary>
    public DateTimeOffset? UninstalledAt { get; init; }

    /// <summary>The cloud id, when the platform sends it.</summary>
    public string? CloudId { get; init; }

    /// <summary>The Forge installation's id, when the platform sends it: the bridge to the next edge.</summary>
    public string? ForgeInstallationId { get; init; }

    /// <summary>Whether tokens of this site count and calls to it may be made.</summary>
    public bool IsActive => UninstalledAt is null && SharedSecret is not null;

    /// <summary>Whether a lifecycle call is too late to change anything: issued before the last applied one, or one of the applied ones come again.</summary>
    public bool HasPassed(DateTimeOffset issuedAt, string callId) =>
        issuedAt < LifecycleAt || (issuedAt == LifecycleAt && LifecycleCalls.Split(' ').Contains(callId, StringComparer.Ordinal));

    /// <summary>The secrets that verify a token at <paramref name="now"/>, the current one first.</summary>
    public IEnumerable<Secret> SecretsAt(DateTimeOffset now)
    {
        if (!IsActive)
        {
            yield break;
        }

        yield return SharedSecret!;
        if (PreviousSecret is not null && now < PreviousSecretUntil)
        {
            yield return PreviousSecret;
        }
    }
}
