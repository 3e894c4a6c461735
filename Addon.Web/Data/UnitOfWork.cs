using Addon.Core.Common;

namespace Addon.Web.Data;

/// <summary>
/// Runs work in the scope's transaction. The outermost call owns it and repeats the whole work after a deadlock, a lost connection or a busy file, so work has
/// to be free of effects outside the database.
/// </summary>
internal sealed class UnitOfWork(Database database, DbSession session) : IUnitOfWork
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
            var result = await work(ct);
            if (broken)
            {
                throw new InvalidOperationException("A nested unit of work failed, so the outer one cannot be kept.");
            }

            await session.CommitAsync(ct);
            return result;
        }
        finally
        {
            await session.EndAsync();
        }
    }
}
