using Addon.Core.Events;

namespace Addon.Web.Health;

/// <summary>Reads how the inbox is doing, at most once a second: anybody may ask, and asking must not become load on the database.</summary>
internal sealed partial class InboxGauge(IServiceScopeFactory scopes, TimeProvider clock, ILogger<InboxGauge> logger) : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim reading = new(1, 1);
    private (InboxHealth? Health, long ReadAt)? last;

    /// <summary>How the inbox is doing; null when the database does not answer.</summary>
    public async Task<InboxHealth?> ReadAsync(CancellationToken ct)
    {
        await reading.WaitAsync(ct);
        try
        {
            if (last is not { } known || clock.GetElapsedTime(known.ReadAt) >= Lifetime)
            {
                last = known = (await AskAsync(ct), clock.GetTimestamp());
            }

            return known.Health;
        }
        finally
        {
            reading.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => reading.Dispose();

    private async Task<InboxHealth?> AskAsync(CancellationToken ct)
    {
        try
        {
            using var patience = new CancellationTokenSource(Patience, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, ct);
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<IInbox>().ReadHealthAsync(either.Token);
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            Log.NoAnswer(logger, exception);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The database does not answer.")]
        public static partial void NoAnswer(ILogger logger, Exception exception);
    }
}
