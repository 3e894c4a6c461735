namespace Addon.Web.Data;

/// <summary>What sets a connection up; not counted as commands.</summary>
internal static class DatabaseSql
{
    /// <summary>Every SQLite connection: wait a little for another process. (foreign_keys is set by the connection string, WAL is a property of the file.)</summary>
    public const string SqliteConnection = "PRAGMA busy_timeout = 3000;";

    /// <summary>The SQLite file, once.</summary>
    public const string SqliteFile = "PRAGMA journal_mode = WAL;";

    /// <summary>Before a transaction on SQL Server: any error ends it as a whole.</summary>
    public const string SqlServerTransaction = "SET XACT_ABORT ON;";
}
