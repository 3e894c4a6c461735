using System.Data.Common;
using Dapper;

namespace Addon.Web.Data;

/// <summary>
/// Every SQL command of a scope goes through here. Inside a unit of work commands share its connection and transaction; outside, each opens and returns a pooled
/// connection of its own, so that nobody holds one while waiting for another machine.
/// </summary>
internal sealed class DbSession(Database database, DbMetrics metrics)
{
    private DbConnection? connection;
    private DbTransaction? transaction;

    /// <summary>Whether a unit of work is under way in this scope.</summary>
    public bool InTransaction => transaction is not null;

    /// <summary>Reads rows.</summary>
    public Task<IReadOnlyList<T>> QueryAsync<T>(SqlPair sql, object? parameters, CancellationToken ct) => RunAsync<IReadOnlyList<T>>(
        sql, parameters, writes: false, async (connection, command) => (await connection.QueryAsync<T>(command)).AsList(), ct);

    /// <summary>Reads one row, or default.</summary>
    public Task<T?> FindAsync<T>(SqlPair sql, object? parameters, CancellationToken ct) => RunAsync(
        sql, parameters, writes: false, (connection, command) => connection.QuerySingleOrDefaultAsync<T>(command), ct);

    /// <summary>Reads several row sets in one round trip.</summary>
    public Task<T> QueryMultipleAsync<T>(SqlPair sql, object? parameters, Func<SqlMapper.GridReader, Task<T>> read, CancellationToken ct) => RunAsync(
        sql,
        parameters,
        writes: false,
        async (connection, command) =>
        {
            await using var grid = await connection.QueryMultipleAsync(command);
            return await read(grid);
        },
        ct);

    /// <summary>Writes; tells how many rows.</summary>
    public Task<int> ExecuteAsync(SqlPair sql, object? parameters, CancellationToken ct) => RunAsync(
        sql, parameters, writes: true, (connection, command) => connection.ExecuteAsync(command), ct);

    /// <summary>Writes and reads what was written.</summary>
    public Task<IReadOnlyList<T>> WriteAndReadAsync<T>(SqlPair sql, object? parameters, CancellationToken ct) => RunAsync<IReadOnlyList<T>>(
        sql, parameters, writes: true, async (connection, command) => (await connection.QueryAsync<T>(command)).AsList(), ct);

    /// <summary>Begins the transaction that all commands of the scope join. Only <see cref="UnitOfWork"/> calls this.</summary>
    internal async Task BeginAsync(CancellationToken ct)
    {
        connection = await database.OpenAsync(ct);
        try
        {
            transaction = await Database.BeginAsync(connection, ct);
        }
        catch
        {
            await EndAsync();
            throw;
        }
    }

    /// <summary>Keeps what was written.</summary>
    internal Task CommitAsync(CancellationToken ct) => transaction!.CommitAsync(ct);

    /// <summary>Ends the transaction; what was not committed is gone.</summary>
    internal async Task EndAsync()
    {
        var (ended, closed) = (transaction, connection);
        (transaction, connection) = (null, null);
        if (ended is not null)
        {
            await ended.DisposeAsync();
        }

        if (closed is not null)
        {
            await closed.DisposeAsync();
        }
    }

    private Task<T> RunAsync<T>(SqlPair sql, object? parameters, bool writes, Func<DbConnection, CommandDefinition, Task<T>> send, CancellationToken ct)
    {
        var text = sql.For(database.Engine);
        if (connection is { } ambient)
        {
            metrics.CommandSent();
            return send(ambient, new CommandDefinition(text, parameters, transaction, cancellationToken: ct));
        }

        return Database.RunAsync(
            async ct =>
            {
                using var pass = writes ? await database.EnterWriterAsync(ct) : null;
                await using var own = await database.OpenAsync(ct);
                metrics.CommandSent();
                return await send(own, new CommandDefinition(text, parameters, cancellationToken: ct));
            },
            ct);
    }
}
