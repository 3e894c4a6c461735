using Addon.Core.Common;
using Addon.Core.Jira;
using Microsoft.Extensions.Caching.Memory;

namespace Addon.Web.Jira;

/// <summary>What Jira has granted within the last minute, and denied within the last seconds: who has just been given a right should not wait for it.</summary>
internal sealed class GrantedPermissions(TimeProvider clock) : IDisposable
{
    private const int MostGrants = 20_000;

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);

    // Long enough that asking again and again costs nothing, too short for a person to notice.
    private static readonly TimeSpan LifetimeOfDenial = TimeSpan.FromSeconds(5);

    private readonly MemoryCache grants = new(new MemoryCacheOptions { SizeLimit = MostGrants });

    // Apart from the grants, so that questions made up at random cannot push those out.
    private readonly MemoryCache denials = new(new MemoryCacheOptions { SizeLimit = MostGrants });

    /// <summary>Whether the grant is known.</summary>
    public bool Contains(Grant grant) => grants.TryGetValue(grant, out DateTimeOffset until) && clock.GetUtcNow() < until;

    /// <summary>Remembers a grant from the moment on when Jira was asked for it.</summary>
    public void Add(Grant grant, DateTimeOffset askedAt) => Keep(grants, grant, askedAt, Lifetime);

    /// <summary>Whether it was denied a moment ago.</summary>
    public bool IsDenied(Grant grant) => denials.TryGetValue(grant, out DateTimeOffset until) && clock.GetUtcNow() < until;

    /// <summary>Remembers a denial from the moment on when Jira was asked.</summary>
    public void AddDenial(Grant grant, DateTimeOffset askedAt) => Keep(denials, grant, askedAt, LifetimeOfDenial);

    /// <inheritdoc/>
    public void Dispose()
    {
        grants.Dispose();
        denials.Dispose();
    }

    private static void Keep(MemoryCache cache, Grant grant, DateTimeOffset askedAt, TimeSpan lifetime)
    {
        using var entry = cache.CreateEntry(grant);
        entry.Size = 1;
        entry.AbsoluteExpirationRelativeToNow = lifetime;
        entry.Value = askedAt + lifetime;
    }

    /// <summary>A right of a person on a thing of a site.</summary>
    /// <param name="Tenant">The site; part of the key, so that no grant ever crosses over.</param>
    /// <param name="Account">The person.</param>
    /// <param name="Permission">The right. It says what kind of thing <paramref name="Subject"/> is.</param>
    /// <param name="Subject">The issue or project; 0 for the site.</param>
    public readonly record struct Grant(TenantId Tenant, AccountId Account, JiraPermission Permission, long Subject);
}
