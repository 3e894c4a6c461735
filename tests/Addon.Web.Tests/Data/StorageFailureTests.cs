using Addon.Core.Common;
using Microsoft.Data.Sqlite;
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
    public async Task Error_In_A_Statement_Is_Not_Called_Unavailable()
    {
        await using var db = await TestDatabase.CreateEmptyAsync(TestEngine.Sqlite);
        await using var stores = db.Scope();

        await Should.ThrowAsync<SqliteException>(() => stores.Installations.FindAsync(TenantId.New(), Ct));
    }
}
