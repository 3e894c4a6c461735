using Addon.Core.Events;
using Microsoft.Extensions.Options;

namespace Addon.Web.Webhooks;

/// <summary>Forgets handled events once a day.</summary>
internal sealed partial class InboxPurge(IServiceScopeFactory scopes, IOptions<InboxOptions> options, TimeProvider clock, ILogger<InboxPurge> logger) : BackgroundService
{
    private const int MostInARound = 1000;

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
            Log.Purged(logger, await PurgeInRoundsAsync(scope.ServiceProvider.GetRequiredService<IInbox>(), before, ct));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.NotPurged(logger, exception);
        }
    }

    private static async Task<int> PurgeInRoundsAsync(IInbox inbox, DateTimeOffset before, CancellationToken ct)
    {
        var all = 0;
        int round;
        do
        {
            round = await inbox.PurgeAsync(before, MostInARound, ct);
            all += round;
        }
        while (round == MostInARound);
        return all;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Forgot {Count} handled events.")]
        public static partial void Purged(ILogger logger, int count);

        [LoggerMessage(2, LogLevel.Warning, "Handled events could not be purged; the next try is in a day.")]
        public static partial void NotPurged(ILogger logger, Exception exception);
    }
}
