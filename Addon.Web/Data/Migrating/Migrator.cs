using System.Data.Common;
using Addon.Core.Common;
using Dapper;

namespace Addon.Web.Data.Migrating;

/// <summary>Brings the schema to this build's, forward only: each script in a transaction of its own, one process at a time, remembered in a journal.</summary>
internal sealed partial class Migrator(Database database, TimeProvider clock, ILogger<Migrator> logger)
{
    private const int LockTimeoutSeconds = 120;

    /// <summary>Applies what is missing.</summary>
    /// <exception cref="MigrationException">An applied script was edited since, or the lock was not granted.</exception>
    /// <exception cref="StorageUnavailableException">The database does not answer.</exception>
    public Task MigrateAsync(CancellationToken ct) => MigrateAsync(Migration.All(database.Engine), ct);

    /// <summary>Applies what is missing of <paramref name="scripts"/>.</summary>
    internal async Task MigrateAsync(IReadOnlyList<Migration> scripts, CancellationToken ct)
    {
        if (database.Engine == DatabaseEngine.Sqlite)
        {
            await Database.RunAsync(UseWriteAheadLogAsync, ct);
        }

        var applied = await InTransactionAsync(ReadJournalAsync, ct);
        Check(scripts, applied);
        foreach (var script in scripts.Where(s => !applied.ContainsKey(s.Name)))
        {
            if (await InTransactionAsync((connection, transaction, ct) => ApplyAsync(connection, transaction, script, ct), ct))
            {
                Log.Applied(logger, script.Name);
            }
        }
    }

    private async Task<bool> UseWriteAheadLogAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition(DatabaseSql.SqliteFile, cancellationToken: ct));
        return true;
    }

    private Task<T> InTransactionAsync<T>(Func<DbConnection, DbTransaction, CancellationToken, Task<T>> action, CancellationToken ct) => Database.RunAsync(
        async ct =>
        {
            using var pass = await database.EnterWriterAsync(ct);
            await using var connection = await database.OpenAsync(ct);
            await using var transaction = await Database.BeginAsync(connection, ct);
            var granted = await connection.ExecuteScalarAsync<int>(LockCommand(transaction, ct));
            if (granted < 0)
            {
                throw new MigrationException("Another process has been migrating the database for a minute; start again when it is done.");
            }

            var result = await action(connection, transaction, ct);
            await transaction.CommitAsync(ct);
            return result;
        },
        ct);

    private async Task<Dictionary<string, string>> ReadJournalAsync(DbConnection connection, DbTransaction transaction, CancellationToken ct)
    {
        await connection.ExecuteAsync(Command(MigratorSql.CreateJournal, transaction, null, ct));
        var rows = await connection.QueryAsync<JournalRow>(Command(MigratorSql.Applied, transaction, null, ct));
        return rows.ToDictionary(r => r.Name, r => r.Checksum, StringComparer.Ordinal);
    }

    private async Task<bool> ApplyAsync(DbConnection connection, DbTransaction transaction, Migration script, CancellationToken ct)
    {
        // Read again under the lock: another process may have been here since.
        var applied = await ReadJournalAsync(connection, transaction, ct);
        Check([script], applied);
        if (applied.ContainsKey(script.Name))
        {
            return false;
        }

        await connection.ExecuteAsync(ScriptCommand(script, transaction, ct));
        await connection.ExecuteAsync(
            Command(MigratorSql.Record, transaction, new { name = script.Name, checksum = script.Checksum, now = clock.GetUtcNow() }, ct));
        return true;
    }

    private void Check(IReadOnlyList<Migration> scripts, Dictionary<string, string> applied)
    {
        foreach (var script in scripts)
        {
            if (applied.TryGetValue(script.Name, out var checksum) && !string.Equals(checksum, script.Checksum, StringComparison.Ordinal))
            {
                throw new MigrationException($"Migration {script.Name} was changed after it had been applied; restore it and put the change into a new script.");
            }
        }

        if (applied.Keys.Max(StringComparer.Ordinal) is { } newest && string.CompareOrdinal(newest, scripts[^1].Name) > 0 && scripts.Count > 1)
        {
            Log.Newer(logger, newest);
        }
    }

    /// <summary>The server says itself when its minute is over; the driver has to wait for that.</summary>
    internal CommandDefinition LockCommand(DbTransaction? transaction, CancellationToken ct) =>
        new(MigratorSql.Lock.For(database.Engine), null, transaction, LockTimeoutSeconds, cancellationToken: ct);

    /// <summary>A script takes as long as it takes: cut off, it would be rolled back and begin anew at the next start, and never come to an end.</summary>
    internal static CommandDefinition ScriptCommand(Migration script, DbTransaction? transaction, CancellationToken ct) =>
        new(script.Sql, null, transaction, commandTimeout: 0, cancellationToken: ct);

    private CommandDefinition Command(SqlPair sql, DbTransaction transaction, object? parameters, CancellationToken ct) =>
        new(sql.For(database.Engine), parameters, transaction, cancellationToken: ct);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Applied migration {Script}.")]
        public static partial void Applied(ILogger logger, string script);

        [LoggerMessage(2, LogLevel.Warning, "The database has migration {Script}, which is newer than this build.")]
        public static partial void Newer(ILogger logger, string script);
    }

    private sealed class JournalRow
    {
        public string Name { get; set; } = "";

        public string Checksum { get; set; } = "";
    }
}
