using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Addon.Core.Common;
using Addon.Core.Installations;
using Addon.Web.Data;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Data;

public sealed class StorageFailureTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Database_That_Cannot_Be_Opened_Is_Unavailable()
    {
        await using var db = await TestDatabase.CreateEmptyAsync(TestEngine.Sqlite);
        Directory.CreateDirectory(new SqliteConnectionStringBuilder(db.ConnectionString).DataSource);
        await using var stores = db.Scope();
        var installation = InstallationStoreTests.Example(db);

        await Should.ThrowAsync<StorageUnavailableException>(() => stores.Installations.FindAsync(installation.Tenant, Ct));
        await Should.ThrowAsync<StorageUnavailableException>(() => stores.Work.RunAsync(
            async ct =>
            {
                await stores.Installations.SaveAsync(installation, ct);
                return 0;
            },
            Ct));
    }

    [Fact]
    public async Task Sql_Server_That_Is_Not_There_Is_Unavailable()
    {
        // Bound and not listening: a call is refused, and nobody else gets the port meanwhile.
        using var silent = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        silent.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var server = string.Create(CultureInfo.InvariantCulture, $"tcp:127.0.0.1,{((IPEndPoint)silent.LocalEndPoint!).Port}");
        await using var host = TestDatabase.BuildServices(
            TestEngine.SqlServer, $"Server={server};Database=none;User Id=nobody;Password=none;Encrypt=False;ConnectRetryCount=0;Connect Timeout=5", new ManualClock());
        await using var scope = host.CreateAsyncScope();
        var installations = scope.ServiceProvider.GetRequiredService<IInstallationStore>();

        var failure = await Should.ThrowAsync<StorageUnavailableException>(() => installations.FindAsync(TenantId.New(), Ct));

        Causes(failure).ShouldContain(cause => cause is SqlException, failure.ToString());
    }

    [Fact]
    public void Sql_Server_Can_Be_Reached_Because_Globalization_Is_On()
    {
        AppContext.TryGetSwitch("System.Globalization.Invariant", out var ofTests);
        var ofProduct = (bool?)JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Addon.Web.runtimeconfig.json")))!
            ["runtimeOptions"]!["configProperties"]?["System.Globalization.Invariant"];

        ofTests.ShouldBeFalse();
        (ofProduct ?? false).ShouldBeFalse();
    }

    [Fact]
    public void Only_A_Failure_To_Connect_Is_Taken_For_An_Outage()
    {
        DbFaults.IsFailureToConnect(new NotSupportedException()).ShouldBeFalse();
        DbFaults.IsFailureToConnect(new ObjectDisposedException("pool")).ShouldBeFalse();
        DbFaults.IsFailureToConnect(new OperationCanceledException()).ShouldBeFalse();
        DbFaults.IsFailureToConnect(new InvalidOperationException("The pool is full.")).ShouldBeTrue();
        DbFaults.IsFailureToConnect(new SocketException()).ShouldBeTrue();
    }

    [Fact]
    public async Task Error_In_A_Statement_Is_Not_Called_Unavailable()
    {
        await using var db = await TestDatabase.CreateEmptyAsync(TestEngine.Sqlite);
        await using var stores = db.Scope();

        await Should.ThrowAsync<SqliteException>(() => stores.Installations.FindAsync(TenantId.New(), Ct));
    }

    private static IEnumerable<Exception> Causes(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            yield return failure;
        }
    }
}
