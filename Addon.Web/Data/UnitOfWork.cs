using Addon.Core.Common;
using Addon.Web.Data.Requests;

namespace Addon.Web.Data;

/// <summary>
/// Runs work in the scope's transaction. The outermost call owns it and repeats the whole work after a deadlock, a lost connection or a busy file, so work has
/// to be free of effects outside the database.
/// </summary>
internal sealed class UnitOfWork(Database database, DbSession session, RequestMemory memory) : IUnitOfWork
{
    private bool broken;

    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct)
    {
        if (!session.InTransaction)
        {
            return await Database.RunAsync(ct => RunOutermostAsync(work, ct), ct);
        }

        try
        {
            return await work(ct);
        }
        catch
        {
            // Whoever catches this further out must not keep the half that was written here.
            broken = true;
            throw;
        }
    }

    private async Task<T> RunOutermostAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct)
    {
        using var pass = await database.EnterWriterAsync(ct);
        broken = false;
        await session.BeginAsync(ct);
        try
        {
            // First of all, so that a repeated request waits here and not at the end of work done twice.
            var marks = await memory.WriteMarkAsync(ct);
            var result = await work(ct);
            if (broken)
            {
                throw new InvalidOperationException("A nested unit of work failed, so the outer one cannot be kept.");
            }

            await session.CommitAsync(ct);
            if (marks)
            {
                memory.Marked();
            }

            return result;
        }
        finally
        {
            await session.EndAsync();
        }
    }
}
