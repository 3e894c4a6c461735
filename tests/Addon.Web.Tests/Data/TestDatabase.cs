using System.Diagnostics.Metrics;
using Addon.Web.Data;
using Addon.Web.Data.Migrating;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Addon.Web.Tests.Data;

/// <summary>A database of one test, made and dropped by it, with the product's own registrations on top.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly SemaphoreSlim TemplateGate = new(1, 1);
    private static string? template;

    private readonly ServiceProvider services;
    private readonly MeterListener listener = new();
    private readonly string? folder;
    private readonly string? databaseName;
    private long commands;

    private TestDatabase(TestEngine engine, string connectionString, string? folder, string? databaseName)
    {
        Engine = engine;
        ConnectionString = connectionString;
        this.folder = folder;
        this.databaseName = databaseName;
        services = BuildServices(engine, connectionString, Clock);
        var factory = services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, listener) =>
        {
            if (string.Equals(instrument.Name, DbMetrics.Commands, StringComparison.Ordinal) && ReferenceEquals(instrument.Meter.Scope, factory))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref commands, count));
        listener.Start();
    }

    public TestEngine Engine { get; }

    public ManualClock Clock { get; } = new();

    public string ConnectionString { get; }

    /// <summary>Commands sent since the database was made.</summary>
    public long Commands => Interlocked.Read(ref commands);

    /// <summary>An empty, migrated database.</summary>
    public static async Task<TestDatabase> CreateAsync(TestEngine engine)
    {
        if (engine == TestEngine.SqlServer)
        {
            var made = await CreateEmptyAsync(engine);
            await made.MigrateAsync();
            return made;
        }

        // Migrating once and copying the file keeps hundreds of store tests fast.
        var source = await TemplateAsync();
        var database = await CreateEmptyAsync(engine);
        File.Copy(source, FileOf(database.ConnectionString));
        return database;
    }

    /// <summary>A database without any table.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync(TestEngine engine)
    {
        var name = $"straightline_{Guid.NewGuid():N}";
        if (engine == TestEngine.Sqlite)
        {
            var made = Directory.CreateTempSubdirectory("straightline-").FullName;
            return new TestDatabase(engine, $"Data Source={Path.Combine(made, "test.db")}", made, null);
        }

        await RunOnServerAsync($"CREATE DATABASE {name}");
        var connectionString = new SqlConnectionStringBuilder(EnginesAttribute.Server) { InitialCatalog = name }.ConnectionString;
        return new TestDatabase(engine, connectionString, null, name);
    }

    /// <summary>A second host on the same database, as another process would be.</summary>
    public ServiceProvider BuildAnotherHost() => BuildServices(Engine, ConnectionString, Clock);

    public Task MigrateAsync() => services.GetRequiredService<Migrator>().MigrateAsync(TestContext.Current.CancellationToken);

    /// <summary>A scope, as a request would have.</summary>
    public StoreScope Scope() => new(services.CreateAsyncScope());

    internal T Singleton<T>()
        where T : notnull => services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        listener.Dispose();
        await services.DisposeAsync();
        if (folder is not null)
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(ConnectionString) { ForeignKeys = true, DefaultTimeout = 3 }.ConnectionString);
            SqliteConnection.ClearPool(connection);
            Directory.Delete(folder, recursive: true);
        }

        if (databaseName is not null)
        {
            using var connection = new SqlConnection(ConnectionString);
            SqlConnection.ClearAllPools();
            await RunOnServerAsync($"DROP DATABASE {databaseName}");
        }
    }

    internal static ServiceProvider BuildServices(
        TestEngine engine, string connectionString, TimeProvider clock, string environment = "Production", IDictionary<string, string?>? more = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Database:Provider"] = engine.ToString(),
            ["Database:ConnectionString"] = connectionString,
        });
        builder.Configuration.AddInMemoryCollection(more ?? new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Secrets:Keys:0:Id"] = "test",
            ["Secrets:Keys:0:Base64"] = Convert.ToBase64String(Enumerable.Repeat((byte)7, 32).ToArray()),
        });
        builder.Services.AddSingleton(clock);
        builder.Services.AddMetrics();
        builder.Services.AddLogging();
        builder.AddData();
        return builder.Services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    private static async Task<string> TemplateAsync()
    {
        await TemplateGate.WaitAsync();
        try
        {
            if (template is null)
            {
                var made = Directory.CreateTempSubdirectory("straightline-template-").FullName;
                AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(made, recursive: true);
                var file = Path.Combine(made, "template.db");
                await using var host = BuildServices(TestEngine.Sqlite, $"Data Source={file};Pooling=False", new ManualClock());
                await host.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
                template = file;
            }

            return template;
        }
        finally
        {
            TemplateGate.Release();
        }
    }

    private static string FileOf(string connectionString) => new SqliteConnectionStringBuilder(connectionString).DataSource;

    private static async Task RunOnServerAsync(string sql)
    {
        await using var connection = new SqlConnection(EnginesAttribute.Server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A name made here, no input.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
