namespace Addon.Web.Tests.Jira;

/// <summary>A clock that stands until a test drives it from timer to timer: waits of minutes take no time, and always the same one.</summary>
internal sealed class DrivenClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Pending> timers = [];
    private readonly DateTimeOffset start = System.GetUtcNow();
    private TimeSpan elapsed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How far the clock was driven.</summary>
    public TimeSpan Elapsed
    {
        get
        {
            lock (gate)
            {
                return elapsed;
            }
        }
    }

    public override DateTimeOffset GetUtcNow() => start + Elapsed;

    public override long GetTimestamp() => Elapsed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Pending(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock on; nobody may be waiting for it.</summary>
    public void Advance(TimeSpan by)
    {
        lock (gate)
        {
            elapsed += by;
        }
    }

    /// <summary>Runs the timers, one after the other, until the task has ended.</summary>
    /// <param name="task">The task.</param>
    /// <param name="longest">Longer waits than this are no waits but deadlines, and the other side is not late here.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<T> DriveAsync<T>(Task<T> task, TimeSpan longest, CancellationToken ct)
    {
        while (!task.IsCompleted)
        {
            Fire(longest);
            await Task.WhenAny(task, Task.Delay(1, ct));
            ct.ThrowIfCancellationRequested();
        }

        return await task;
    }

    private void Fire(TimeSpan longest)
    {
        Pending? next;
        lock (gate)
        {
            next = timers.Where(t => t.Wait <= longest).MinBy(t => t.DueAt);
            if (next is null)
            {
                return;
            }

            timers.Remove(next);
            elapsed = next.DueAt;
        }

        next.Run();
    }

    private sealed class Pending(DrivenClock clock, TimerCallback callback, object? state) : ITimer
    {
        /// <summary>How long the wait was when it began.</summary>
        public TimeSpan Wait { get; private set; }

        public TimeSpan DueAt { get; private set; }

        public void Run() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                clock.timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    (Wait, DueAt) = (dueTime, clock.elapsed + dueTime);
                    clock.timers.Add(this);
                }

                return true;
            }
        }

        public void Dispose()
        {
            lock (clock.gate)
            {
                clock.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
