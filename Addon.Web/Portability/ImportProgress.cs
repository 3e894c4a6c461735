using System.Collections.Concurrent;

namespace Addon.Web.Portability;

/// <summary>How far the imports of this process are. Nobody can read it in the database, where all of an import is one transaction.</summary>
internal sealed class ImportProgress : IDisposable
{
    private readonly ConcurrentDictionary<Guid, Run> runs = new();
    private readonly SemaphoreSlim waiting = new(0);

    /// <summary>Begins to tell of a run, until it is disposed.</summary>
    public Run Begin(Guid id) => runs[id] = new Run(() => runs.TryRemove(id, out _));

    /// <summary>How far a run is; null when it is not in this process.</summary>
    public Run? Find(Guid id) => runs.GetValueOrDefault(id);

    /// <summary>There is something to do.</summary>
    public void Signal() => waiting.Release();

    /// <summary>Waits until there is, at most so long.</summary>
    public Task WaitAsync(TimeSpan most, CancellationToken ct) => waiting.WaitAsync(most, ct);

    public void Dispose() => waiting.Dispose();

    /// <summary>One run.</summary>
    internal sealed class Run(Action end) : IDisposable
    {
        private readonly CancellationTokenSource stop = new();
        private int done;
        private int total;

        public int Done => Volatile.Read(ref done);

        public int Total => Volatile.Read(ref total);

        /// <summary>Set once a person wants it to stop.</summary>
        public CancellationToken Stopped => stop.Token;

        public void Tell(int rows, int of)
        {
            Volatile.Write(ref done, rows);
            Volatile.Write(ref total, of);
        }

        public void Stop() => stop.Cancel();

        public void Dispose()
        {
            end();
            stop.Dispose();
        }
    }
}
