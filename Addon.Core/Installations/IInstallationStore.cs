using Addon.Core.Common;

namespace Addon.Core.Installations;

/// <summary>Where installations are kept; secrets are encrypted at rest.</summary>
public interface IInstallationStore
{
    /// <summary>The installation of a client key, installed or not. The one look-up without a tenant: it is how a tenant is found.</summary>
    Task<Installation?> FindByClientKeyAsync(string clientKey, CancellationToken ct);

    /// <summary>The installation of a tenant, installed or not.</summary>
    Task<Installation?> FindAsync(TenantId tenant, CancellationToken ct);

    /// <summary>Adds or replaces the row of <see cref="Installation.ClientKey"/>, unless that one carries a later <see cref="Installation.LifecycleAt"/>.</summary>
    /// <returns>False when a later call was stored meanwhile; nothing is written then.</returns>
    Task<bool> SaveAsync(Installation installation, CancellationToken ct);
}
