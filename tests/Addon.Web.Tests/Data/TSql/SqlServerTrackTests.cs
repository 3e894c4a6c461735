using System.Text.RegularExpressions;
using Addon.Web.Data;
using Addon.Web.Data.Migrating;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Data.TSql;

/// <summary>Keeps the SQL Server track honest where no server is at hand: everything is parsed, and every name is bound to the schema that the migrations make.</summary>
public sealed partial class SqlServerTrackTests
{
    private static readonly TSqlSchema Schema = Migration.All(DatabaseEngine.SqlServer)
        .Aggregate(new TSqlSchema().Apply(MigratorSql.CreateJournal.SqlServer), (schema, script) => schema.Apply(script.Sql));

    /// <summary>Schema statements, and what only SQLite is ever sent.</summary>
    private static readonly string[] NotBound = ["MigratorSql.CreateJournal", "DatabaseSql.SqliteConnection", "DatabaseSql.SqliteFile"];

    /// <summary>Jobs of the system over all tenants, the look-up that finds a tenant, and what has nothing to do with tenants.</summary>
    private static readonly string[] WithoutTenant =
    [
        "DatabaseSql.SqlServerTransaction", "DatabaseSql.SqliteConnection", "DatabaseSql.SqliteFile",
        "ImportJobSql.Claim", "ImportJobSql.Old",
        "InboxSql.Claim", "InboxSql.Health", "InboxSql.Purge", "InboxSql.Release",
        "InstallationSql.FindByClientKey",
        "MigratorSql.Applied", "MigratorSql.CreateJournal", "MigratorSql.Lock", "MigratorSql.Record",
        "RequestMemorySql.Purge",
    ];

    public static TheoryData<string> Statements => [.. SqlCatalogue.All.Select(s => s.Name)];

    [Fact]
    public void Migrations_Refer_Only_To_What_They_Made()
    {
        Schema.Problems.ShouldBeEmpty();
        Schema.Tables.Count.ShouldBeGreaterThan(14);
    }

    [Theory]
    [MemberData(nameof(Statements))]
    public void Statement_Is_TSql_And_Fits_The_Schema(string statement)
    {
        var sql = SqlCatalogue.All.Single(s => string.Equals(s.Name, statement, StringComparison.Ordinal)).Sql;
        if (!NotBound.Contains(statement, StringComparer.Ordinal))
        {
            new TSqlBinder(Schema).Check(sql.SqlServer).Problems.ShouldBeEmpty(sql.SqlServer);
        }
    }

    [Theory]
    [MemberData(nameof(Statements))]
    public void Statement_Names_The_Tenant_Unless_It_Is_A_Job_Of_The_System(string statement)
    {
        var sql = SqlCatalogue.All.Single(s => string.Equals(s.Name, statement, StringComparison.Ordinal)).Sql;

        foreach (var text in (string[])[sql.SqlServer, sql.Sqlite])
        {
            text.Contains("@tenant", StringComparison.Ordinal).ShouldBe(!WithoutTenant.Contains(statement, StringComparer.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Statements))]
    public void Both_Texts_Of_A_Pair_Take_The_Same_Parameters(string statement)
    {
        var sql = SqlCatalogue.All.Single(s => string.Equals(s.Name, statement, StringComparison.Ordinal)).Sql;
        if (statement is not "MigratorSql.Lock")
        {
            Parameters(sql.SqlServer).ShouldBe(Parameters(sql.Sqlite));
        }
    }

    [Fact]
    public void Every_Statement_Stands_In_A_Class_That_This_Check_Finds()
    {
        SqlCatalogue.All.Count.ShouldBeGreaterThan(40);
        var strays =
            from file in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "Addon.Web", "Data"), "*.cs", SearchOption.AllDirectories)
            let name = Path.GetFileNameWithoutExtension(file)
            where !name.EndsWith("Sql", StringComparison.Ordinal) && name is not ("OkrFragments" or "OkrColumns")
            where SqlText().IsMatch(File.ReadAllText(file))
            select Path.GetRelativePath(RepositoryRoot.Path, file);

        strays.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("SELECT id FROM scop WHERE tenant_id = @tenant", "unknown table scop")]
    [InlineData("SELECT s.nam FROM scope s", "unknown column s.nam")]
    [InlineData("SELECT nam FROM scope", "unknown column nam")]
    [InlineData("SELECT x.name FROM scope s", "unknown alias x")]
    [InlineData("SELECT id FROM scope s INNER JOIN cycle c ON c.tenant_id = s.tenant_id", "ambiguous column id")]
    [InlineData("SELECT s.id FROM scope s INNER JOIN cycle s ON 1 = 1", "alias s is used twice")]
    [InlineData("SELECT s.id FROM scope s INNER JOIN cycle c ON c.tenant = s.tenant_id", "unknown column c.tenant")]
    [InlineData("SELECT s.id FROM scope s WHERE EXISTS (SELECT 1 FROM cycle c WHERE c.scope_id = s.id)", "unknown column c.scope_id")]
    [InlineData("SELECT s.id FROM scope s WHERE s.id IN (SELECT o.scope FROM objective o)", "unknown column o.scope")]
    [InlineData("SELECT s.id FROM scope s ORDER BY s.title", "unknown column s.title")]
    [InlineData("SELECT COUNT(*) OVER (PARTITION BY s.knd) FROM scope s", "unknown column s.knd")]
    [InlineData("SELECT d.name FROM (SELECT s.id FROM scope s) d", "unknown column d.name")]
    [InlineData("SELECT * FROM scope", "SELECT *; name the columns")]
    [InlineData("UPDATE scope SET title = 'x' WHERE id = @id", "update sets an unknown column title")]
    [InlineData("UPDATE scope SET name = 'x' WHERE ident = @id", "unknown column ident")]
    [InlineData("UPDATE tenant_counter SET value = value + 1 OUTPUT inserted.val WHERE name = @name", "unknown column inserted.val")]
    [InlineData("UPDATE live_issue SET issue_key = 'x'", "unknown table live_issue")]
    [InlineData("DELETE FROM webhook_inbox WHERE status = 1", "unknown column status")]
    [InlineData("INSERT INTO tenant_counter (tenant_id, name, val) VALUES (@a, @b, 1)", "insert names an unknown column val")]
    [InlineData("INSERT INTO tenant_counter (tenant_id, value) VALUES (@a, 1)", "insert leaves out the required column name")]
    [InlineData("INSERT INTO tenant_counter (tenant_id, name, value) VALUES (@a, @b)", "insert has 3 columns and 2 values")]
    [InlineData("INSERT INTO tenant_counter (tenant_id, name, value) SELECT @a, @b", "insert has 3 columns and 2 values")]
    [InlineData("WITH a AS (SELECT s.id FROM scope s) SELECT a.name FROM a", "unknown column a.name")]
    [InlineData("WITH a (x, y) AS (SELECT s.id FROM scope s) SELECT a.x FROM a", "a declares 2 columns and selects 1")]
    [InlineData(
        "WITH a (x) AS (SELECT o.id FROM objective o UNION ALL SELECT o.id FROM a LEFT JOIN objective o ON o.parent_objective_id = a.x) SELECT a.x FROM a",
        "a has an outer join in its recursive part")]
    [InlineData(
        "WITH a (x) AS (SELECT o.id FROM objective o UNION ALL SELECT o.id FROM a INNER JOIN objective o ON o.id = a.x WHERE NOT EXISTS (SELECT 1 FROM cycle c)) SELECT a.x FROM a",
        "a has a subquery in its recursive part")]
    public void Wrong_Name_Is_Found(string sql, string problem) => new TSqlBinder(Schema).Check(sql).Problems.ShouldContain(problem, StringComparer.Ordinal);

    [Theory]
    [InlineData("SELECT issue_id FROM issue_answer LIMIT 1")]
    [InlineData("UPDATE tenant_counter SET value = 1 RETURNING value")]
    [InlineData("WITH RECURSIVE a AS (SELECT 1 AS x) SELECT x FROM a")]
    public void Text_Of_The_Other_Engine_Is_Not_TSql(string sql) => Should.Throw<FormatException>(() => new TSqlBinder(Schema).Check(sql));

    [Theory]
    [InlineData("CREATE TABLE a (x int NOT NULL, CONSTRAINT pk_a PRIMARY KEY (y));", "pk_a names an unknown column a.y")]
    [InlineData("CREATE TABLE a (x int NOT NULL, CONSTRAINT fk_a FOREIGN KEY (x) REFERENCES b (x));", "fk_a names an unknown table b")]
    [InlineData("CREATE TABLE a (x int NOT NULL); CREATE INDEX ix_a ON a (z);", "ix_a names an unknown column a.z")]
    [InlineData("CREATE TABLE a (x int NOT NULL, PRIMARY KEY (x));", "a constraint of a has no name")]
    [InlineData("CREATE VIEW v AS SELECT s.x FROM missing s;", "unknown table missing")]
    public void Wrong_Migration_Is_Found(string sql, string problem) => new TSqlSchema().Apply(sql).Problems.ShouldContain(problem, StringComparer.Ordinal);

    private static IEnumerable<string> Parameters(string sql) =>
        Parameter().Matches(sql).Select(m => m.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    [GeneratedRegex("@[A-Za-z]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex("\"\\s*(?:SELECT|INSERT|UPDATE|DELETE|WITH|MERGE|CREATE|DROP|ALTER|PRAGMA|EXEC)\\s", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SqlText();
}
