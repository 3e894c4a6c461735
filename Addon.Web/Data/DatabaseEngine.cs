namespace Addon.Web.Data;

/// <summary>Which database runs underneath.</summary>
internal enum DatabaseEngine
{
    /// <summary>A file of our own: nothing to install, one process.</summary>
    Sqlite,

    /// <summary>SQL Server or Azure SQL.</summary>
    SqlServer,
}
