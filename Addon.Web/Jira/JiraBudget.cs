using System.Threading.RateLimiting;
using Addon.Core.Common;

namespace Addon.Web.Jira;

/// <summary>How many calls one site may cost us. Jira counts them all on one account of ours (65,000 points an hour), so that one site could spend what all need.</summary>
/// <remarks>A site's bucket is dropped once it has been full and unused for some seconds.</remarks>
internal sealed class JiraBudget : IDisposable
{
    /// <summary>What may go out at once: a board full of people who open their panels after a release.</summary>
    public const int Burst = 100;

    /// <summary>What may go out for hours: 18,000 calls an hour, about a quarter of what all sites have together.</summary>
    public const int PerSecond = 5;

    private readonly PartitionedRateLimiter<TenantId> buckets = PartitionedRateLimiter.Create<TenantId, TenantId>(
        static tenant => RateLimitPartition.GetTokenBucketLimiter(tenant, static _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = Burst,
            TokensPerPeriod = PerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        }));

    /// <summary>Takes one call off the site's budget.</summary>
    /// <exception cref="JiraBudgetSpentException">There is none left for now; nothing may go out.</exception>
    public void Spend(TenantId tenant)
    {
        using var lease = buckets.AttemptAcquire(tenant);
        if (!lease.IsAcquired)
        {
            throw new JiraBudgetSpentException();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => buckets.Dispose();
}
