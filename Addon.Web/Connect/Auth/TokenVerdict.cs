using Addon.Core.Common;
using Addon.Core.Installations;

namespace Addon.Web.Connect.Auth;

/// <summary>What a scheme found.</summary>
/// <param name="Cause">Why the token is refused, or null when it counts.</param>
/// <param name="Site">The site that the token proves; null for lifecycle tokens and refusals.</param>
/// <param name="Tenant">The site that the token claims, for the log.</param>
internal readonly record struct TokenVerdict(string? Cause, Installation? Site = null, TenantId? Tenant = null)
{
    public static TokenVerdict Accepted(Installation? site = null) => new(null, site, site?.Tenant);

    public static TokenVerdict Refused(string cause, TenantId? tenant = null) => new(cause, null, tenant);
}
