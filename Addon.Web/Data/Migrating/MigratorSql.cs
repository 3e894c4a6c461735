namespace Addon.Web.Data.Migrating;

internal static class MigratorSql
{
    /// <summary>One process at a time, until the transaction ends. SQLite's BEGIN IMMEDIATE has done that already.</summary>
    public static readonly SqlPair Lock = new(
        SqlServer: """
            DECLARE @result int;
            EXEC @result = sp_getapplock @Resource = N'straightline-migrations', @LockMode = N'Exclusive', @LockOwner = N'Transaction', @LockTimeout = 60000;
            SELECT @result;
            """,
        Sqlite: "SELECT 0;");

    public static readonly SqlPair CreateJournal = new(
        SqlServer: """
            IF OBJECT_ID(N'schema_journal', N'U') IS NULL
            CREATE TABLE schema_journal (
              name nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
              checksum nvarchar(64) NOT NULL,
              applied_at datetime2(6) NOT NULL,
              CONSTRAINT pk_schema_journal PRIMARY KEY (name)
            );
            """,
        Sqlite: """
            CREATE TABLE IF NOT EXISTS schema_journal (
              name TEXT NOT NULL PRIMARY KEY,
              checksum TEXT NOT NULL,
              applied_at TEXT NOT NULL
            ) STRICT;
            """);

    public const string Applied = "SELECT name, checksum FROM schema_journal ORDER BY name;";

    public const string Record = "INSERT INTO schema_journal (name, checksum, applied_at) VALUES (@name, @checksum, @now);";
}
