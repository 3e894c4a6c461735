using System.Globalization;
using System.Threading.RateLimiting;
using Addon.Core.Common;
using Addon.Web.Connect;
using Addon.Web.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Addon.Web.Ui;

/// <summary>How fast one person may call the API. A call may cost calls to Jira, and Jira's quota is one for all sites together.</summary>
/// <remarks>
/// The key is who the verified token names, never an address: a whole company may stand behind one. A bucket that is full and unused is dropped after
/// some seconds, so that memory holds no more of them than people at work.
/// </remarks>
internal sealed class PageApiRate : IRateLimiterPolicy<(TenantId? Tenant, AccountId? Account)>
{
    /// <summary>What one person may call at once: a script that writes a quarter's objectives and key results one after the other stays below it.</summary>
    public const int Burst = 100;

    /// <summary>What one person may call for hours. A page costs two or three calls, and nobody opens several of them each second.</summary>
    public const int PerSecond = 5;

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected { get; } = RejectAsync;

    public RateLimitPartition<(TenantId? Tenant, AccountId? Account)> GetPartition(HttpContext httpContext)
    {
        var caller = httpContext.Features.Get<Caller>();
        return RateLimitPartition.GetTokenBucketLimiter((caller?.Tenant, caller?.Account), static _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = Burst,
            TokensPerPeriod = PerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        });
    }

    private static async ValueTask RejectAsync(OnRejectedContext context, CancellationToken ct)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var least) ? Math.Ceiling(least.TotalSeconds) : 1;
        context.HttpContext.Response.Headers.RetryAfter = Math.Max(1, wait).ToString(CultureInfo.InvariantCulture);
        await Problems.Result(StatusCodes.Status429TooManyRequests, "request.too_many", "That was a lot at once. Wait a moment and try again.").ExecuteAsync(context.HttpContext);
    }
}
