namespace Addon.Web.Data;

/// <summary>Where data is kept.</summary>
internal sealed class DatabaseOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Database";

    private const string DefaultSqlite = "Data Source=./data/straightline.db";

    /// <summary><c>Sqlite</c> or <c>SqlServer</c>; text, so that a bad value is reported by the validator and not by the binder.</summary>
    public string Provider { get; set; } = nameof(DatabaseEngine.Sqlite);

    /// <summary>The connection string; with SQLite it may be left out.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>The engine that <see cref="Provider"/> names, or null.</summary>
    public DatabaseEngine? Engine => Provider switch
    {
        _ when string.Equals(Provider, nameof(DatabaseEngine.Sqlite), StringComparison.OrdinalIgnoreCase) => DatabaseEngine.Sqlite,
        _ when string.Equals(Provider, nameof(DatabaseEngine.SqlServer), StringComparison.OrdinalIgnoreCase) => DatabaseEngine.SqlServer,
        _ => null,
    };

    /// <summary>The connection string that counts.</summary>
    public string EffectiveConnectionString =>
        string.IsNullOrWhiteSpace(ConnectionString) && Engine == DatabaseEngine.Sqlite ? DefaultSqlite : ConnectionString ?? "";
}
