using Addon.Core.Common;
using Addon.Web.Connect;
using Addon.Web.Connect.Installations;
using Microsoft.Extensions.Options;

namespace Addon.Web.Jira;

/// <summary>Finds the site of a tenant.</summary>
internal sealed class JiraSites(InstallationDirectory installations, IOptions<AddonOptions> options)
{
    /// <summary>The site, or null when the app is not installed there (any more): then there is no secret to sign with.</summary>
    public async ValueTask<JiraSite?> FindAsync(TenantId tenant, CancellationToken ct) =>
        await installations.FindActiveAsync(tenant, ct) is { SharedSecret: { } secret } site
            ? new JiraSite(tenant, site.BaseUrl, options.Value.Key, secret)
            : null;
}
