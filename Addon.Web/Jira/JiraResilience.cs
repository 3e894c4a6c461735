using System.Net;
using Addon.Core.Common;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Addon.Web.Jira;

/// <summary>
/// How calls are repeated and when they are not even tried. One circuit breaker per tenant: a site that is down must not cost the others anything, and a
/// person who looks at a page of a site that is down should not wait each time.
/// </summary>
internal sealed class JiraResilience(IOptions<JiraOptions> options, JiraBudget budget, TimeProvider clock) : IDisposable
{
    private const int MostTenants = 2_000;
    private const int MostRetries = 2;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan BreakerMemory = TimeSpan.FromMinutes(10);

    private static readonly ResiliencePropertyKey<long> StartedAt = new("straightline.started-at");
    private static readonly ResiliencePropertyKey<bool> Repeatable = new("straightline.repeatable");

    private readonly MemoryCache pipelines = new(new MemoryCacheOptions { SizeLimit = MostTenants });

    private TimeSpan Deadline => TimeSpan.FromSeconds(options.Value.DeadlineSeconds);

    /// <summary>Runs a call with everything that makes it resilient.</summary>
    /// <exception cref="JiraBudgetSpentException">The site has had its calls; outside of all else, so that it counts as no failure of Jira's and is not repeated.</exception>
    public async Task<HttpResponseMessage> RunAsync(
        TenantId tenant, bool repeatable, Func<CancellationToken, Task<HttpResponseMessage>> call, CancellationToken ct)
    {
        budget.Spend(tenant);
        var context = ResilienceContextPool.Shared.Get(ct);
        context.Properties.Set(StartedAt, clock.GetTimestamp());
        context.Properties.Set(Repeatable, repeatable);
        try
        {
            return await PipelineOf(tenant).ExecuteAsync(
                static async (context, call) => await call(context.CancellationToken), context, call);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => pipelines.Dispose();

    private ResiliencePipeline<HttpResponseMessage> PipelineOf(TenantId tenant) => pipelines.GetOrCreate(
        tenant,
        entry =>
        {
            entry.Size = 1;
            entry.SlidingExpiration = BreakerMemory;
            return Build();
        })!;

    private ResiliencePipeline<HttpResponseMessage> Build() =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }
            .AddTimeout(Deadline)
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                ShouldHandle = args => ValueTask.FromResult(IsWorthRepeating(args)),
                MaxRetryAttempts = MostRetries,
                Delay = FirstDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                DelayGenerator = args => ValueTask.FromResult<TimeSpan?>(RetryAfter(args.Outcome.Result) is { } least ? least + Jitter() : null),
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
            {
                ShouldHandle = args => ValueTask.FromResult(IsFailure(args.Outcome)),
                FailureRatio = 0.5,
                MinimumThroughput = 10,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = TimeSpan.FromSeconds(15),
            })
            .AddTimeout(TimeSpan.FromSeconds(options.Value.AttemptSeconds))
            .Build();

    private bool IsWorthRepeating(RetryPredicateArguments<HttpResponseMessage> args)
    {
        if (!IsFailure(args.Outcome) || !args.Context.Properties.GetValue(Repeatable, defaultValue: false))
        {
            return false;
        }

        // Jira says how long to stay away at least. Longer than we may take: say so now, and not after the deadline.
        var left = Deadline - clock.GetElapsedTime(args.Context.Properties.GetValue(StartedAt, 0));
        return (RetryAfter(args.Outcome.Result) ?? TimeSpan.Zero) < left;
    }

    private static bool IsFailure(Polly.Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } } => false,
        { Exception: HttpRequestException or IOException or TimeoutRejectedException } => true,
        { Result.StatusCode: HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError } => true,
        _ => false,
    };

    private TimeSpan? RetryAfter(HttpResponseMessage? response)
    {
        var wait = response?.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - clock.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return wait > TimeSpan.Zero ? wait : null;
    }

    private static TimeSpan Jitter() => FirstDelay * Random.Shared.NextDouble();
}
