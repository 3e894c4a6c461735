using System.Collections.Concurrent;
using Addon.Core.Common;
using Addon.Core.Installations;

namespace Addon.Web.Connect.Installations;

/// <summary>Who is installed, kept in memory for seconds: a page or a script's call costs no look-up of its own.</summary>
/// <remarks>
/// What another replica changed is seen after <see cref="Lifetime"/> at the latest, and a rotated secret at once, because a signature that fails is
/// tried again with a row read anew - once per site and second, so that forged tokens cannot turn into database load.
/// </remarks>
internal sealed class InstallationDirectory(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const int MostEntries = 10_000;

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LifetimeOfNothing = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan RereadInterval = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Entry> byClientKey = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<TenantId, Entry> byTenant = new();
    private readonly Lock keeping = new();
    private long generation;

    /// <summary>The site of a client key, installed or not; null when it was never heard of.</summary>
    public async ValueTask<KnownSite?> FindByClientKeyAsync(string clientKey, CancellationToken ct) =>
        byClientKey.TryGetValue(clientKey, out var entry) && IsFresh(entry)
            ? entry.Site
            : await LoadAsync(store => store.FindByClientKeyAsync(clientKey, ct), clientKey, tenant: null);

    /// <summary>The installation of a tenant while it is installed; null otherwise. Calls to the site are made with this one.</summary>
    public async ValueTask<Installation?> FindActiveAsync(TenantId tenant, CancellationToken ct)
    {
        var site = byTenant.TryGetValue(tenant, out var entry) && IsFresh(entry)
            ? entry.Site
            : await LoadAsync(store => store.FindAsync(tenant, ct), clientKey: null, tenant);
        return site?.Installation is { IsActive: true } active ? active : null;
    }

    /// <summary>The site read anew, or null when it was read less than a second ago.</summary>
    public async ValueTask<KnownSite?> RereadAsync(string clientKey, CancellationToken ct)
    {
        if (byClientKey.TryGetValue(clientKey, out var entry) && clock.GetElapsedTime(entry.LoadedAt) < RereadInterval)
        {
            return null;
        }

        return await LoadAsync(store => store.FindByClientKeyAsync(clientKey, ct), clientKey, tenant: null);
    }

    /// <summary>Forgets a site whose row has changed in this process.</summary>
    public void Forget(Installation installation)
    {
        lock (keeping)
        {
            // A read that began before this moment must not bring the old row back.
            generation++;
            byClientKey.TryRemove(installation.ClientKey, out _);
            byTenant.TryRemove(installation.Tenant, out _);
        }
    }

    private bool IsFresh(Entry entry) =>
        clock.GetElapsedTime(entry.LoadedAt) < (entry.Site is null ? LifetimeOfNothing : Lifetime);

    private async Task<KnownSite?> LoadAsync(Func<IInstallationStore, Task<Installation?>> read, string? clientKey, TenantId? tenant)
    {
        var before = Volatile.Read(ref generation);
        await using var scope = scopes.CreateAsyncScope();
        var installation = await read(scope.ServiceProvider.GetRequiredService<IInstallationStore>());
        var site = installation is null ? null : new KnownSite(installation);
        var entry = new Entry(site, clock.GetTimestamp());
        lock (keeping)
        {
            if (generation != before)
            {
                return site;
            }

            if ((installation?.ClientKey ?? clientKey) is { } knownKey)
            {
                Keep(byClientKey, knownKey, entry);
            }

            if ((installation?.Tenant ?? tenant) is { } knownTenant)
            {
                Keep(byTenant, knownTenant, entry);
            }
        }

        return site;
    }

    private static void Keep<TKey>(ConcurrentDictionary<TKey, Entry> entries, TKey key, Entry entry)
        where TKey : notnull
    {
        // Forged client keys fill the list with nothing; starting over costs one look-up per live site.
        if (entries.Count >= MostEntries)
        {
            entries.Clear();
        }

        entries[key] = entry;
    }

    private sealed record Entry(KnownSite? Site, long LoadedAt);
}
