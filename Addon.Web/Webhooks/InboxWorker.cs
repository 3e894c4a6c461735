using Addon.Core.Common;
using Addon.Core.Events;
using Microsoft.Extensions.Options;

namespace Addon.Web.Webhooks;

/// <summary>
/// Works off accepted events, each on its own. Any number of these may run, in one process or in several: a claim keeps an event from the others for a
/// while, and the mark "handled" is stored together with the event's effect or not at all.
/// </summary>
internal sealed partial class InboxWorker(
    IServiceScopeFactory scopes,
    InboxSignal signal,
    IOptions<InboxOptions> options,
    TimeProvider clock,
    ILogger<InboxWorker> logger) : BackgroundService
{
    /// <summary>In how many processes that end in the middle of an event (a new version, a machine that goes down) the event is not yet suspected.</summary>
    private const int LostWorkers = 3;

    private readonly Guid owner = Guid.NewGuid();
    private readonly InboxOptions options = options.Value;

    private TimeSpan Lease => TimeSpan.FromSeconds(options.LeaseSeconds);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (await WorkAsync(stoppingToken) == 0)
            {
                await signal.WaitAsync(TimeSpan.FromSeconds(options.PollSeconds), clock, stoppingToken);
            }
        }
    }

    /// <summary>Claims and handles one batch.</summary>
    /// <returns>How many events it had; 0 also when the database does not answer, so that the caller waits before it asks again.</returns>
    private async Task<int> WorkAsync(CancellationToken stopping)
    {
        try
        {
            var claimedAt = clock.GetTimestamp();
            var batch = await ClaimAsync(stopping);
            await Parallel.ForEachAsync(
                batch,
                new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = stopping },
                async (delivery, _) =>
                {
                    // Too late: another worker may have it by now. It comes again by itself.
                    if (clock.GetElapsedTime(claimedAt) < Lease)
                    {
                        await HandleAsync(delivery);
                    }
                });
            return batch.Count;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception exception)
        {
            Log.Interrupted(logger, exception);
            return 0;
        }
    }

    private async Task<IReadOnlyList<InboxDelivery>> ClaimAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IInbox>().ClaimAsync(owner, options.BatchSize, Lease, ct);
    }

    /// <summary>Handles one event to the end, also when the host is stopping: it takes seconds at most, and nothing has to be done twice then.</summary>
    private async Task HandleAsync(InboxDelivery delivery)
    {
        try
        {
            // An event that fails is parked after its last retry. One that has been claimed more often ends the process that handles it.
            if (delivery.Attempts > options.Retries.Count + LostWorkers)
            {
                await PutBackAsync(delivery, "worker.lost");
            }
            else if (await TryAsync(delivery) is { } errorCode)
            {
                await PutBackAsync(delivery, errorCode);
            }
        }
        catch (Exception exception)
        {
            // Could not even be put back; the end of the lease does that.
            Log.Abandoned(logger, delivery.Tenant, exception);
        }
    }

    /// <returns>Null when the event is done with, else what went wrong.</returns>
    private async Task<string?> TryAsync(InboxDelivery delivery)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var done = await scope.ServiceProvider.GetRequiredService<HandleDelivery>().RunAsync(delivery, CancellationToken.None);
            if (done is { Succeeded: true, Value: false })
            {
                Log.Overtaken(logger, delivery.Tenant);
            }

            return done.Error?.Code;
        }
        catch (Exception exception)
        {
            Log.Failed(logger, delivery.Tenant, delivery.Event.Kind, exception);
            return "exception." + exception.GetType().Name;
        }
    }

    private async Task PutBackAsync(InboxDelivery delivery, string errorCode)
    {
        await using var scope = scopes.CreateAsyncScope();
        var inbox = scope.ServiceProvider.GetRequiredService<IInbox>();
        if (delivery.Attempts >= options.Retries.Count)
        {
            await inbox.ParkAsync(delivery, errorCode, CancellationToken.None);
            Log.Parked(logger, delivery.Tenant, delivery.Event.Kind, delivery.Attempts + 1, errorCode);
            return;
        }

        // Spread, so that what failed together does not come back together.
        var wait = TimeSpan.FromSeconds(options.Retries[delivery.Attempts]) * (0.8 + (0.4 * Random.Shared.NextDouble()));
        await inbox.RetryAsync(delivery, clock.GetUtcNow() + wait, errorCode, CancellationToken.None);
        Log.Retrying(logger, delivery.Tenant, delivery.Event.Kind, delivery.Attempts + 1, errorCode);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The inbox could not be read; trying again shortly.")]
        public static partial void Interrupted(ILogger logger, Exception exception);

        [LoggerMessage(2, LogLevel.Error, "An event of tenant {TenantId} could not be put back; it is due again when its lease ends.")]
        public static partial void Abandoned(ILogger logger, TenantId tenantId, Exception exception);

        [LoggerMessage(3, LogLevel.Information, "An event of tenant {TenantId} was handled by another worker meanwhile.")]
        public static partial void Overtaken(ILogger logger, TenantId tenantId);

        [LoggerMessage(4, LogLevel.Warning, "An event of tenant {TenantId} ({Kind}) failed.")]
        public static partial void Failed(ILogger logger, TenantId tenantId, JiraEventKind kind, Exception exception);

        [LoggerMessage(5, LogLevel.Error, "Parked an event of tenant {TenantId} ({Kind}) after {Attempts} attempts: {Code}.")]
        public static partial void Parked(ILogger logger, TenantId tenantId, JiraEventKind kind, int attempts, string code);

        [LoggerMessage(6, LogLevel.Information, "An event of tenant {TenantId} ({Kind}) is tried again later, {Attempts} attempts so far: {Code}.")]
        public static partial void Retrying(ILogger logger, TenantId tenantId, JiraEventKind kind, int attempts, string code);
    }
}
