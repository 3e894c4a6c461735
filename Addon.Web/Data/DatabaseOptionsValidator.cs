using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Addon.Web.Data;

/// <summary>Checks the database's configuration. No message repeats a connection string: it may hold a password.</summary>
internal sealed class DatabaseOptionsValidator : IValidateOptions<DatabaseOptions>
{
    public ValidateOptionsResult Validate(string? name, DatabaseOptions options)
    {
        if (options.Engine is not { } engine)
        {
            return ValidateOptionsResult.Fail("Database:Provider must be Sqlite or SqlServer.");
        }

        var problem = engine == DatabaseEngine.Sqlite ? CheckSqlite(options.EffectiveConnectionString) : CheckSqlServer(options.EffectiveConnectionString);
        return problem is null ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail($"Database:ConnectionString {problem}");
    }

    private static string? CheckSqlite(string text)
    {
        try
        {
            var parsed = new SqliteConnectionStringBuilder(text);
            return parsed.DataSource is "" or ":memory:" || parsed.Mode == SqliteOpenMode.Memory
                ? "must name a file (Data Source=...): every command has a connection of its own, so a database in memory would be empty each time."
                : null;
        }
        catch (ArgumentException)
        {
            return "is not a SQLite connection string.";
        }
    }

    private static string? CheckSqlServer(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "must be set when Database:Provider is SqlServer.";
        }

        try
        {
            return new SqlConnectionStringBuilder(text).DataSource is "" ? "must name a server (Data Source=...)." : null;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            return "is not a SQL Server connection string.";
        }
    }
}
