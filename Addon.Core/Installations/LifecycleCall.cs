#pragma warning disable MA0048 // The two calls of one life cycle.
namespace Addon.Core.Installations;

/// <summary>A verified "installed" of a site.</summary>
/// <param name="ClientKey">The site's client key.</param>
/// <param name="SharedSecret">The secret that it brings; at least 32 bytes.</param>
/// <param name="BaseUrl">The site's REST base, already checked against the allowed hosts.</param>
/// <param name="DisplayUrl">What people see, already checked.</param>
/// <param name="IssuedAt">The token's <c>iat</c>: the order of lifecycle calls.</param>
/// <param name="CallId">The same for the same call come again, and for no other; without spaces, at most 22 characters.</param>
/// <param name="CloudId">The cloud id, when sent.</param>
/// <param name="ForgeInstallationId">The Forge installation, when sent.</param>
public sealed record InstallCall(
    string ClientKey,
    Secret SharedSecret,
    Uri BaseUrl,
    Uri DisplayUrl,
    DateTimeOffset IssuedAt,
    string CallId,
    string? CloudId,
    string? ForgeInstallationId);

/// <summary>A verified "uninstalled" of a site.</summary>
/// <param name="ClientKey">The site's client key.</param>
/// <param name="BaseUrl">The site's REST base as the body says it.</param>
/// <param name="IssuedAt">The token's <c>iat</c>.</param>
/// <param name="CallId">As for an "installed".</param>
public sealed record UninstallCall(string ClientKey, Uri BaseUrl, DateTimeOffset IssuedAt, string CallId);
