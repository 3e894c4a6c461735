using Addon.Core.Events;
using Microsoft.Extensions.Options;

namespace Addon.Web.Webhooks;

/// <summary>
/// Works off the events for which Jira has to be asked. It claims only as many as it can begin at once: one that waits for a site that hangs keeps its
/// place, and the others go on at theirs.
/// </summary>
internal sealed class RereadWorker(InboxDesk desk, InboxLanes lanes, IOptions<InboxOptions> options, TimeProvider clock) : BackgroundService
{
    private readonly InboxOptions options = options.Value;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        List<Task> running = [];
        while (!stoppingToken.IsCancellationRequested)
        {
            IReadOnlyList<InboxDelivery> claimed = await desk.ClaimAsync(lanes.Jira, options.JiraParallelism - running.Count, stoppingToken);
            running.AddRange(claimed.Select(desk.HandleAsync));
            if (claimed.Count == 0 || running.Count == options.JiraParallelism)
            {
                await WaitAsync(running, stoppingToken);
            }

            running.RemoveAll(handling => handling.IsCompleted);
        }

        await Task.WhenAll(running);
    }

    /// <summary>Waits for a place to become free and, while there is one, for news.</summary>
    private async Task WaitAsync(List<Task> running, CancellationToken stopping)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var news = running.Count < options.JiraParallelism
            ? lanes.Jira.Signal.WaitAsync(TimeSpan.FromSeconds(options.PollSeconds), clock, enough.Token)
            : Task.Delay(Timeout.InfiniteTimeSpan, clock, enough.Token);
        await Task.WhenAny([news, .. running]);
        await enough.CancelAsync();
        // To its end, so that it takes no signal that is raised after this.
        await news.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
