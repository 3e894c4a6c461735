using Addon.Core.Common;
using Addon.Core.Installations;
using Addon.Web.Data.Secrets;

namespace Addon.Web.Data.Installations;

/// <summary>Installations, their secrets encrypted.</summary>
internal sealed class InstallationStore(DbSession session, SecretProtector secrets, TimeProvider clock) : IInstallationStore
{
    private const string CurrentPurpose = "shared-secret";
    private const string PreviousPurpose = "previous-shared-secret";

    public async Task<Installation?> FindByClientKeyAsync(string clientKey, CancellationToken ct) =>
        ToInstallation(await session.FindAsync<Row>(InstallationSql.FindByClientKey, new { clientKey }, ct));

    public async Task<Installation?> FindAsync(TenantId tenant, CancellationToken ct) =>
        ToInstallation(await session.FindAsync<Row>(InstallationSql.Find, new { tenant = tenant.Value }, ct));

    /// <remarks>A second tenant for the same client key is refused by the unique key.</remarks>
    public async Task<bool> SaveAsync(Installation installation, CancellationToken ct)
    {
        var current = Protect(installation.Tenant, CurrentPurpose, installation.SharedSecret);
        var previous = Protect(installation.Tenant, PreviousPurpose, installation.PreviousSecret);
        return await session.ExecuteAsync(
            InstallationSql.Save,
            new
            {
                tenant = installation.Tenant.Value,
                clientKey = installation.ClientKey,
                baseUrl = Text(installation.BaseUrl),
                displayUrl = Text(installation.DisplayUrl),
                secretCipher = current?.Cipher,
                secretKeyId = current?.KeyId,
                previousSecretCipher = previous?.Cipher,
                previousSecretKeyId = previous?.KeyId,
                previousSecretUntil = installation.PreviousSecretUntil,
                lifecycleAt = installation.LifecycleAt,
                lifecycleCalls = installation.LifecycleCalls,
                installedAt = installation.InstalledAt,
                uninstalledAt = installation.UninstalledAt,
                cloudId = installation.CloudId,
                forgeInstallationId = installation.ForgeInstallationId,
                now = clock.GetUtcNow(),
            },
            ct) > 0;
    }

    // Uri writes a trailing slash after a bare host; the domain's form has none.
    private static string Text(Uri uri) => uri.OriginalString.TrimEnd('/');

    private ProtectedSecret? Protect(TenantId tenant, string purpose, Secret? secret) => secret is null ? null : secrets.Protect(tenant, purpose, secret);

    private Secret? Unprotect(Guid tenant, string purpose, byte[]? cipher, string? keyId) =>
        cipher is null || keyId is null ? null : secrets.Unprotect(new TenantId(tenant), purpose, new ProtectedSecret(cipher, keyId));

    private Installation? ToInstallation(Row? row) => row is null
        ? null
        : new Installation
        {
            Tenant = new TenantId(row.TenantId),
            ClientKey = row.ClientKey,
            BaseUrl = new Uri(row.BaseUrl),
            DisplayUrl = new Uri(row.DisplayUrl),
            SharedSecret = Unprotect(row.TenantId, CurrentPurpose, row.SecretCipher, row.SecretKeyId),
            PreviousSecret = Unprotect(row.TenantId, PreviousPurpose, row.PreviousSecretCipher, row.PreviousSecretKeyId),
            PreviousSecretUntil = row.PreviousSecretUntil,
            LifecycleAt = row.LifecycleAt,
            LifecycleCalls = row.LifecycleCalls,
            InstalledAt = row.InstalledAt,
            UninstalledAt = row.UninstalledAt,
            CloudId = row.CloudId,
            ForgeInstallationId = row.ForgeInstallationId,
        };

    private sealed class Row
    {
        public Guid TenantId { get; set; }

        public string ClientKey { get; set; } = "";

        public string BaseUrl { get; set; } = "";

        public string DisplayUrl { get; set; } = "";

        public byte[]? SecretCipher { get; set; }

        public string? SecretKeyId { get; set; }

        public byte[]? PreviousSecretCipher { get; set; }

        public string? PreviousSecretKeyId { get; set; }

        public DateTimeOffset? PreviousSecretUntil { get; set; }

        public DateTimeOffset LifecycleAt { get; set; }

        public string LifecycleCalls { get; set; } = "";

        public DateTimeOffset? InstalledAt { get; set; }

        public DateTimeOffset? UninstalledAt { get; set; }

        public string? CloudId { get; set; }

        public string? ForgeInstallationId { get; set; }
    }
}
