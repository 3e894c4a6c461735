using Addon.Core.Events;
using Microsoft.Extensions.Options;

namespace Addon.Web.Webhooks;

/// <summary>Forgets handled events once a day.</summary>
internal sealed partial class InboxPurge(IServiceScopeFactory scopes, IOptions<InboxOptions> options, TimeProvider clock, ILogger<InboxPurge> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var daily = new PeriodicTimer(TimeSpan.FromDays(1), clock);
        try
        {
            do
            {
                await PurgeAsync(stoppingToken);
            }
            while (await daily.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping.
        }
    }

    private async Task PurgeAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var before = clock.GetUtcNow() - TimeSpan.FromDays(options.Value.RetentionDays);
            var count = await scope.ServiceProvider.GetRequiredService<IInbox>().PurgeAsync(before, ct);
            Log.Purged(logger, count);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.NotPurged(logger, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Forgot {Count} handled events.")]
        public static partial void Purged(ILogger logger, int count);

        [LoggerMessage(2, LogLevel.Warning, "Handled events could not be purged; the next try is in a day.")]
        public static partial void NotPurged(ILogger logger, Exception exception);
    }
}
