using Microsoft.Extensions.Options;

namespace Addon.Web.Webhooks;

/// <summary>Works off the events that need nothing but the database, many with one claim: each takes milliseconds.</summary>
internal sealed class InboxWorker(InboxDesk desk, InboxLanes lanes, IOptions<InboxOptions> options, TimeProvider clock) : BackgroundService
{
    private readonly InboxOptions options = options.Value;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (await WorkAsync(stoppingToken) == 0)
            {
                await lanes.Own.Signal.WaitAsync(TimeSpan.FromSeconds(options.PollSeconds), clock, stoppingToken);
            }
        }
    }

    /// <summary>Claims and handles one batch.</summary>
    /// <returns>How many events were begun.</returns>
    private async Task<int> WorkAsync(CancellationToken stopping)
    {
        var claimedAt = clock.GetTimestamp();
        var batch = await desk.ClaimAsync(lanes.Own, options.BatchSize, stopping);
        var begun = 0;
        await Parallel.ForEachAsync(
            batch,
            new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = CancellationToken.None },
            async (delivery, _) =>
            {
                // Half of the lease is left for the handling.
                if (!stopping.IsCancellationRequested && clock.GetElapsedTime(claimedAt) < TimeSpan.FromSeconds(options.LeaseSeconds) / 2)
                {
                    Interlocked.Increment(ref begun);
                    await desk.HandleAsync(delivery);
                }
            });
        if (begun < batch.Count)
        {
            await desk.ReleaseAsync(batch[0].LeaseOwner);
        }

        return begun;
    }
}
