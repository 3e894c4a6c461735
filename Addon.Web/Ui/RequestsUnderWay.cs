using System.Collections.Concurrent;
using Addon.Core.Common;

namespace Addon.Web.Ui;

/// <summary>Lets requests of one key through one after the other, so that the second finds the answer of the first instead of a mark without one.</summary>
/// <remarks>Of this process only: between processes the mark in the database decides, and the later one is told to ask again.</remarks>
internal sealed class RequestsUnderWay
{
    private readonly ConcurrentDictionary<(TenantId Tenant, AccountId Account, string Key), Turn> turns = new();

    /// <summary>Waits for its turn; whoever has it gives it back by disposing.</summary>
    public async Task<IDisposable> EnterAsync(TenantId tenant, AccountId account, string key, CancellationToken ct)
    {
        var id = (tenant, account, key);
        var turn = turns.AddOrUpdate(id, static _ => new Turn(1), static (_, turn) => turn with { Waiting = turn.Waiting + 1 });
        try
        {
            await turn.Gate.WaitAsync(ct);
        }
        catch
        {
            Leave(id);
            throw;
        }

        return new Pass(() =>
        {
            turn.Gate.Release();
            Leave(id);
        });
    }

    private void Leave((TenantId Tenant, AccountId Account, string Key) id)
    {
        var turn = turns.AddOrUpdate(id, static _ => new Turn(0), static (_, turn) => turn with { Waiting = turn.Waiting - 1 });
        if (turn.Waiting == 0)
        {
            // Only if nobody has come meanwhile: the pair is compared.
            turns.TryRemove(new(id, turn));
        }
    }

    private sealed record Turn(int Waiting)
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);
    }

    private sealed class Pass(Action leave) : IDisposable
    {
        private Action? leave = leave;

        public void Dispose() => Interlocked.Exchange(ref leave, null)?.Invoke();
    }
}
