using Addon.Core.Common;
using Addon.Core.Events;
using Microsoft.Extensions.Options;

namespace Addon.Web.Webhooks;

/// <summary>
/// What both workers do with accepted events. Any number of them may run, in one process or in several: a claim keeps an event from the others for a
/// while, and the mark "handled" is stored together with the event's effect or not at all.
/// </summary>
internal sealed partial class InboxDesk(IServiceScopeFactory scopes, IOptions<InboxOptions> options, TimeProvider clock, ILogger<InboxDesk> logger)
{
    /// <summary>In how many processes that end in the middle of an event (a new version, a machine that goes down) the event is not yet suspected.</summary>
    private const int LostWorkers = 3;

    /// <summary>Leaves time to put an event back while it is still ours.</summary>
    private const double PartOfLease = 0.8;

    private readonly InboxOptions options = options.Value;

    private TimeSpan Lease => TimeSpan.FromSeconds(options.LeaseSeconds);

    /// <summary>Claims events that are due; the caller begins them or releases them.</summary>
    /// <returns>Nothing also when the database does not answer or the host is stopping.</returns>
    public async Task<IReadOnlyList<InboxDelivery>> ClaimAsync(InboxLane lane, int most, CancellationToken stopping)
    {
        // One owner per claim, so that one that ends badly can be taken back whole: it may have been stored all the same.
        var owner = Guid.NewGuid();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var claimed = await scope.ServiceProvider.GetRequiredService<IInbox>().ClaimAsync(owner, lane.AsksJira, most, Lease, stopping);
            if (!stopping.IsCancellationRequested)
            {
                return claimed;
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What is claimed is given back below.
        }
        catch (Exception exception)
        {
            Log.Interrupted(logger, exception);
        }

        await ReleaseAsync(owner);
        return [];
    }

    /// <summary>Gives back what a claim has brought and nobody has begun.</summary>
    public async Task ReleaseAsync(Guid owner)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IInbox>().ReleaseAsync(owner, CancellationToken.None);
        }
        catch (Exception exception)
        {
            Log.NotReleased(logger, exception);
        }
    }

    /// <summary>
    /// Handles one event to the end, also when the host is stopping, so that nothing has to be done twice. It ends before the lease does: after that
    /// another worker would be at it, too.
    /// </summary>
    public async Task HandleAsync(InboxDelivery delivery)
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
        using var late = new CancellationTokenSource(Lease * PartOfLease, clock);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var done = await scope.ServiceProvider.GetRequiredService<HandleDelivery>().RunAsync(delivery, late.Token);
            if (done is { Succeeded: true, Value: false })
            {
                Log.Overtaken(logger, delivery.Tenant);
            }

            return done.Error?.Code;
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            return "worker.too_slow";
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

        [LoggerMessage(7, LogLevel.Warning, "Events that were claimed and not begun could not be given back; they are due again when their lease ends.")]
        public static partial void NotReleased(ILogger logger, Exception exception);

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
