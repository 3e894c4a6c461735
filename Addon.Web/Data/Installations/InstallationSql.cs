namespace Addon.Web.Data.Installations;

internal static class InstallationSql
{
    private const string Columns = """
        tenant_id, client_key, base_url, display_url, secret_cipher, secret_key_id, previous_secret_cipher, previous_secret_key_id, previous_secret_until,
        lifecycle_at, lifecycle_calls, installed_at, uninstalled_at, cloud_id, forge_installation_id
        """;

    /// <summary>The one statement without a tenant: it is how a tenant is found.</summary>
    public const string FindByClientKey = $"SELECT {Columns} FROM installation WHERE client_key = @clientKey;";

    public const string Find = $"SELECT {Columns} FROM installation WHERE tenant_id = @tenant;";

    /// <summary>
    /// Update, else insert. A row that was written by a later lifecycle call stays: of two calls that both read the old row, the one issued last decides,
    /// whichever commits last.
    /// </summary>
    public const string Save = $"""
        UPDATE installation
        SET base_url = @baseUrl, display_url = @displayUrl, secret_cipher = @secretCipher, secret_key_id = @secretKeyId,
            previous_secret_cipher = @previousSecretCipher, previous_secret_key_id = @previousSecretKeyId, previous_secret_until = @previousSecretUntil,
            lifecycle_at = @lifecycleAt, lifecycle_calls = @lifecycleCalls, installed_at = @installedAt, uninstalled_at = @uninstalledAt, cloud_id = @cloudId,
            forge_installation_id = @forgeInstallationId, updated_at = @now
        WHERE tenant_id = @tenant AND client_key = @clientKey AND lifecycle_at <= @lifecycleAt;

        INSERT INTO installation ({Columns}, created_at, updated_at)
        SELECT @tenant, @clientKey, @baseUrl, @displayUrl, @secretCipher, @secretKeyId, @previousSecretCipher, @previousSecretKeyId, @previousSecretUntil,
               @lifecycleAt, @lifecycleCalls, @installedAt, @uninstalledAt, @cloudId, @forgeInstallationId, @now, @now
        WHERE NOT EXISTS (SELECT 1 FROM installation WHERE tenant_id = @tenant);
        """;
}
