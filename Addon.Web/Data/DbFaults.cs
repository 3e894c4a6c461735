using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Addon.Web.Data;

/// <summary>What a driver's exception means to us. By number, never by message text.</summary>
internal static class DbFaults
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteReadOnly = 8;
    private const int SqliteIoError = 10;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;
    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;

    // Deadlock victim, lock timeout, client timeout, connection lost or refused, and Azure SQL's "busy, moved, throttled".
    private static readonly HashSet<int> SqlServerTransient =
        [1205, 1222, -2, 20, 64, 121, 233, 258, 4060, 4221, 10053, 10054, 10060, 10061, 10928, 10929, 11001, 40143, 40197, 40501, 40540, 40613, 42108, 42109, 49918, 49919, 49920];

    /// <summary>A unique key refused the row. 2627 is a constraint, 2601 an index; engines that speak T-SQL use either.</summary>
    public static bool IsDuplicate(Exception exception) => exception switch
    {
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is SqliteUnique or SqlitePrimaryKey,
        SqlException sql => sql.Number is 2627 or 2601,
        _ => false,
    };

    /// <summary>The same unit of work may succeed when it runs again at once.</summary>
    public static bool IsTransient(Exception exception) => exception switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is SqliteBusy or SqliteLocked,
        SqlException sql => SqlServerTransient.Contains(sql.Number) || sql.Class >= 20,
        _ => false,
    };

    /// <summary>The storage itself fails; nothing is wrong with the statement.</summary>
    public static bool IsUnavailable(Exception exception) => IsTransient(exception) || exception switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is SqliteReadOnly or SqliteIoError or SqliteFull or SqliteCannotOpen,
        ConnectionFailure or TimeoutException => true,
        _ => false,
    };

    /// <summary>The database could not be reached. What a driver refuses for a reason of its own (NotSupportedException) is a fault of ours and not an outage.</summary>
    public static bool IsFailureToConnect(Exception exception) =>
        exception is DbException or SocketException or IOException or TimeoutException
        // What SqlClient throws when its pool stays full; other failures only derive from it.
        || exception.GetType() == typeof(InvalidOperationException);

    /// <summary>The driver's number, for whoever has to find out; its text may hold names of servers and people.</summary>
    public static string Describe(Exception exception) => exception switch
    {
        SqliteException sqlite => $"SQLite error {sqlite.SqliteExtendedErrorCode}",
        SqlException sql => $"SQL Server error {sql.Number}",
        ConnectionFailure { InnerException: { } cause } => $"no connection, {Describe(cause)}",
        _ => exception.GetType().Name,
    };

    /// <summary>A connection could not be opened.</summary>
    public sealed class ConnectionFailure(Exception cause) : DbException("No connection to the database could be opened.", cause);
}
