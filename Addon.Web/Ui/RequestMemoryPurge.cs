using Addon.Core.Requests;

namespace Addon.Web.Ui;

/// <summary>Forgets idempotency keys that have run out.</summary>
internal sealed partial class RequestMemoryPurge(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RequestMemoryPurge> logger) : BackgroundService
{
    private const int MostInARound = 1000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hourly = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        try
        {
            while (await hourly.WaitForNextTickAsync(stoppingToken))
            {
                await PurgeAsync(stoppingToken);
            }
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
            var memory = scope.ServiceProvider.GetRequiredService<IRequestMemory>();
            while (await memory.PurgeAsync(clock.GetUtcNow() - RequestMark.Memory, MostInARound, ct) == MostInARound)
            {
                // More of it.
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.NotPurged(logger, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Idempotency keys could not be purged; the next try is in an hour.")]
        public static partial void NotPurged(ILogger logger, Exception exception);
    }
}
