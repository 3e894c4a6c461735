using System.Threading.Channels;

namespace Addon.Web.Webhooks;

/// <summary>Wakes the worker of this process as soon as something was accepted. Only a hint: a worker that misses it finds the event a little later.</summary>
internal sealed class InboxSignal
{
    private readonly Channel<byte> raised = Channel.CreateBounded<byte>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Something was accepted.</summary>
    public void Raise() => raised.Writer.TryWrite(0);

    /// <summary>Waits until the signal is raised (and lowers it), or until <paramref name="longest"/> has passed.</summary>
    public async Task WaitAsync(TimeSpan longest, TimeProvider clock, CancellationToken ct)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(raised.Reader.WaitToReadAsync(waiting.Token).AsTask(), Task.Delay(longest, clock, waiting.Token));
        await waiting.CancelAsync();
        raised.Reader.TryRead(out _);
    }
}
