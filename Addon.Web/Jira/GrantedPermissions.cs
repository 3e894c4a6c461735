using Addon.Core.Common;
using Addon.Core.Jira;
using Microsoft.Extensions.Caching.Memory;

namespace Addon.Web.Jira;

/// <summary>What Jira has granted within the last minute. Denials are never kept: who has just been given a right should not wait for it.</summary>
internal sealed class GrantedPermissions(TimeProvider clock) : IDisposable
{
    private const int MostGrants = 20_000;

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);

    private readonly MemoryCache grants = new(new MemoryCacheOptions { SizeLimit = MostGrants });

    /// <summary>Whether the grant is known.</summary>
    public bool Contains(Grant grant) => grants.TryGetValue(grant, out DateTimeOffset until) && clock.GetUtcNow() < until;

    /// <summary>Remembers a grant from the moment on when Jira was asked for it.</summary>
    public void Add(Grant grant, DateTimeOffset askedAt)
    {
        using var entry = grants.CreateEntry(grant);
        entry.Size = 1;
        entry.AbsoluteExpirationRelativeToNow = Lifetime;
        entry.Value = askedAt + Lifetime;
    }

    /// <inheritdoc/>
    public void Dispose() => grants.Dispose();

    /// <summary>A right of a person on a thing of a site.</summary>
    /// <param name="Tenant">The site; part of the key, so that no grant ever crosses over.</param>
    /// <param name="Account">The person.</param>
    /// <param name="Permission">The right. It says what kind of thing <paramref name="Subject"/> is.</param>
    /// <param name="Subject">The issue or project; 0 for the site.</param>
    public readonly record struct Grant(TenantId Tenant, AccountId Account, JiraPermission Permission, long Subject);
}
