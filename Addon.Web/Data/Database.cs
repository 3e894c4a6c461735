using System.Data.Common;
using Addon.Core.Common;
using Addon.Web.Data.TypeHandlers;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace Addon.Web.Data;

/// <summary>The one place that knows how to reach the database: opens connections, repeats what failed for a passing reason, lets one writer at a time into SQLite.</summary>
internal sealed class Database : IDisposable
{
    private const int BusyTimeoutSeconds = 3;

    private static readonly TimeSpan WriterWait = TimeSpan.FromSeconds(10);

    private static readonly ResiliencePipeline Retries = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            // A duplicate is repeated too: of two writers that both found no row and both inserted, the second finds the first one's row on its second run.
            ShouldHandle = new PredicateBuilder().Handle<Exception>(e => DbFaults.IsTransient(e) || DbFaults.IsDuplicate(e)),
            MaxRetryAttempts = 4,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(20),
            MaxDelay = TimeSpan.FromSeconds(1),
            UseJitter = true,
        })
        .Build();

    private readonly string connectionString;
    private readonly SemaphoreSlim writer = new(1, 1);

    public Database(IOptions<DatabaseOptions> options)
    {
        DataTypes.Register();
        Engine = options.Value.Engine!.Value;
        connectionString = Engine == DatabaseEngine.Sqlite
            ? PrepareSqlite(options.Value.EffectiveConnectionString)
            : new SqlConnectionStringBuilder(options.Value.EffectiveConnectionString) { MultipleActiveResultSets = false }.ConnectionString;
    }

    /// <summary>The engine.</summary>
    public DatabaseEngine Engine { get; }

    /// <summary>The folder of the SQLite file; with SQL Server the folder that would hold it.</summary>
    public static string FolderOf(DatabaseOptions options) => Path.GetDirectoryName(
        Path.GetFullPath(options.Engine == DatabaseEngine.Sqlite
            ? new SqliteConnectionStringBuilder(options.EffectiveConnectionString).DataSource
            : "./data/straightline.db"))!;

    /// <summary>An open connection, set up for this engine.</summary>
    public async Task<DbConnection> OpenAsync(CancellationToken ct)
    {
        DbConnection connection = Engine == DatabaseEngine.Sqlite ? new SqliteConnection(connectionString) : new SqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(ct);
            if (Engine == DatabaseEngine.Sqlite)
            {
                await connection.ExecuteAsync(new CommandDefinition(DatabaseSql.SqliteConnection, cancellationToken: ct));
            }

            return connection;
        }
        catch (Exception e)
        {
            await connection.DisposeAsync();
            if (DbFaults.IsFailureToConnect(e) && !DbFaults.IsTransient(e))
            {
                throw new DbFaults.ConnectionFailure(e);
            }

            throw;
        }
    }

    /// <summary>Begins a transaction. SQLite takes the write lock at once: a transaction that reads first and writes later could not be granted it any more.</summary>
    public static async Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken ct)
    {
        if (connection is SqliteConnection sqlite)
        {
            return sqlite.BeginTransaction(deferred: false);
        }

        await connection.ExecuteAsync(new CommandDefinition(DatabaseSql.SqlServerTransaction, cancellationToken: ct));
        return await connection.BeginTransactionAsync(ct);
    }

    /// <summary>Waits for the right to write. SQLite has one writer; waiting here is fair and cheap, waiting for its file lock is neither.</summary>
    public async Task<IDisposable> EnterWriterAsync(CancellationToken ct)
    {
        if (Engine != DatabaseEngine.Sqlite)
        {
            return Pass.Free;
        }

        return await writer.WaitAsync(WriterWait, ct)
            ? new Pass(writer)
            : throw new TimeoutException("Another write holds the database.");
    }

    /// <summary>Runs <paramref name="action"/>, again when it failed for a passing reason; each run has to start from nothing.</summary>
    /// <exception cref="StorageUnavailableException">It failed every time, or the storage is not there.</exception>
    public static async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> action, CancellationToken ct)
    {
        try
        {
            return await Retries.ExecuteAsync(async token => await action(token), ct);
        }
        catch (DbException e) when (ct.IsCancellationRequested)
        {
            // A driver reports a cancelled command as its own failure.
            throw new OperationCanceledException(e.Message, e, ct);
        }
        catch (Exception e) when (DbFaults.IsUnavailable(e))
        {
            throw new StorageUnavailableException($"The database does not answer or is too busy ({DbFaults.Describe(e)}).", e);
        }
    }

    public void Dispose() => writer.Dispose();

    private static string PrepareSqlite(string text)
    {
        var builder = new SqliteConnectionStringBuilder(text) { ForeignKeys = true };
        builder.DataSource = Path.GetFullPath(builder.DataSource);
        Directory.CreateDirectory(Path.GetDirectoryName(builder.DataSource)!);
        if (!text.Contains("Timeout", StringComparison.OrdinalIgnoreCase))
        {
            builder.DefaultTimeout = BusyTimeoutSeconds;
        }

        return builder.ConnectionString;
    }

    private sealed class Pass(SemaphoreSlim? held) : IDisposable
    {
        public static readonly Pass Free = new(null);

        private SemaphoreSlim? held = held;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
    }
}
