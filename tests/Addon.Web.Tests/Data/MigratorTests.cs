using System.Text.RegularExpressions;
using Addon.Web.Data;
using Addon.Web.Data.Migrating;
using Addon.Web.Tests.Data.TSql;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Data;

public sealed partial class MigratorTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_Script_Is_Numbered_Without_A_Gap_And_There_For_Both_Engines()
    {
        var names = Migration.All(DatabaseEngine.Sqlite).Select(m => m.Name).ToList();

        names.ShouldBe(Migration.All(DatabaseEngine.SqlServer).Select(m => m.Name));
        names.ShouldAllBe(name => ScriptName().IsMatch(name));
        names.Select(name => int.Parse(name[..4], System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(Enumerable.Range(1, names.Count));
    }

    [Fact]
    public async Task Both_Tracks_Make_The_Same_Tables_And_Columns()
    {
        await using var db = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var stores = db.Scope();
        var rows = await stores.Session.QueryAsync<string>(
            "SELECT m.name || '.' || c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'sqlite_%'", null, Ct);
        var sqlServer = Migration.All(DatabaseEngine.SqlServer).Aggregate(
            new TSqlSchema().Apply(MigratorSql.CreateJournal.SqlServer), (schema, script) => schema.Apply(script.Sql));

        rows.Order(StringComparer.Ordinal).ShouldBe(
            sqlServer.Tables.SelectMany(t => t.Value.Columns.Select(c => $"{t.Key}.{c}")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Sqlite_Tables_Are_Strict_And_The_File_Is_In_Wal_Mode()
    {
        await using var db = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var stores = db.Scope();

        (await stores.Session.QueryAsync<string>("SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'", null, Ct)).ShouldBeEmpty();
        (await stores.Session.FindAsync<string>("PRAGMA journal_mode", null, Ct)).ShouldBe("wal");
        (await stores.Session.FindAsync<int>("PRAGMA foreign_keys", null, Ct)).ShouldBe(1);
    }

    [Theory, Engines]
    public async Task Migrating_Again_Changes_Nothing(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateEmptyAsync(engine);
        await db.MigrateAsync();
        await db.MigrateAsync();

        (await JournalAsync(db)).ShouldBe(Migration.All(db.Singleton<Database>().Engine).Select(m => m.Name));
    }

    [Theory, Engines]
    public async Task Two_Processes_At_Once_Apply_Each_Script_Once(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateEmptyAsync(engine);
        await using var other = db.BuildAnotherHost();

        await Task.WhenAll(Task.Run(db.MigrateAsync, Ct), Task.Run(() => other.GetRequiredService<Migrator>().MigrateAsync(Ct), Ct));

        (await JournalAsync(db)).ShouldBe(Migration.All(db.Singleton<Database>().Engine).Select(m => m.Name));
    }

    [Theory, Engines]
    public async Task Edited_Script_Stops_The_Start_With_One_Line(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateEmptyAsync(engine);
        var migrator = db.Singleton<Migrator>();
        await migrator.MigrateAsync([new Migration("0001_a.sql", "CREATE TABLE a (x int NOT NULL);")], Ct);

        var stop = await Should.ThrowAsync<MigrationException>(
            () => migrator.MigrateAsync([new Migration("0001_a.sql", "CREATE TABLE a (x int NOT NULL, y int NULL);")], Ct));

        stop.Message.ShouldContain("0001_a.sql");
        stop.Message.ShouldNotContain("\n");
    }

    [Theory, Engines]
    public async Task Failing_Script_Leaves_Nothing_And_Keeps_What_Came_Before(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateEmptyAsync(engine);
        var migrator = db.Singleton<Migrator>();

        await Should.ThrowAsync<System.Data.Common.DbException>(() => migrator.MigrateAsync(
            [
                new Migration("0001_a.sql", "CREATE TABLE a (x int NOT NULL);"),
                new Migration("0002_b.sql", "CREATE TABLE b (x int NOT NULL); INSERT INTO missing (x) VALUES (1);"),
            ],
            Ct));

        (await JournalAsync(db)).ShouldBe(["0001_a.sql"]);
        await migrator.MigrateAsync(
            [new Migration("0001_a.sql", "CREATE TABLE a (x int NOT NULL);"), new Migration("0002_b.sql", "CREATE TABLE b (x int NOT NULL);")], Ct);
        (await JournalAsync(db)).ShouldBe(["0001_a.sql", "0002_b.sql"]);
    }

    [Fact]
    public async Task Driver_Waits_As_Long_As_The_Server_Does_And_For_A_Script_Without_End()
    {
        await using var host = TestDatabase.BuildServices(TestEngine.SqlServer, "Server=none", new ManualClock());
        var asked = host.GetRequiredService<Migrator>().LockCommand(null, Ct);
        var serverWaits = TimeSpan.FromMilliseconds(int.Parse(LockTimeout().Match(asked.CommandText).Groups["milliseconds"].Value, System.Globalization.CultureInfo.InvariantCulture));

        TimeSpan.FromSeconds(asked.CommandTimeout.ShouldNotBeNull()).ShouldBeGreaterThan(serverWaits);
        Migrator.ScriptCommand(new Migration("0001_a.sql", "SELECT 1;"), null, Ct).CommandTimeout.ShouldBe(0);
    }

    [Fact]
    public void Line_Endings_Do_Not_Change_The_Checksum()
    {
        new Migration("a", "SELECT 1;\nSELECT 2;\n").Checksum.ShouldBe(new Migration("a", "SELECT 1;\r\nSELECT 2;\r\n").Checksum);
        string.Equals(new Migration("a", "SELECT 1;").Checksum, new Migration("a", "SELECT 2;").Checksum, StringComparison.Ordinal).ShouldBeFalse();
    }

    private static async Task<IReadOnlyList<string>> JournalAsync(TestDatabase db)
    {
        await using var stores = db.Scope();
        return await stores.Session.QueryAsync<string>("SELECT name FROM schema_journal ORDER BY name", null, Ct);
    }

    [GeneratedRegex(@"@LockTimeout = (?<milliseconds>\d+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LockTimeout();

    [GeneratedRegex(@"^\d{4}_[a-z_]+\.sql$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ScriptName();
}
