namespace Addon.Web.Data;

/// <summary>One statement: one text where both engines agree, two where they differ.</summary>
/// <param name="SqlServer">The text for SQL Server.</param>
/// <param name="Sqlite">The text for SQLite.</param>
internal readonly record struct SqlPair(string SqlServer, string Sqlite)
{
    /// <summary>A text that both engines read the same.</summary>
    public static implicit operator SqlPair(string both) => new(both, both);

    /// <summary>The text for <paramref name="engine"/>.</summary>
    public string For(DatabaseEngine engine) => engine == DatabaseEngine.Sqlite ? Sqlite : SqlServer;
}
