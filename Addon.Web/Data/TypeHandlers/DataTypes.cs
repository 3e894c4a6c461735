using Dapper;

namespace Addon.Web.Data.TypeHandlers;

/// <summary>
/// How values travel, decided once: instants in UTC at microseconds, ids of ours, decimals and dates. SQLite keeps all four as canonical text; SQL Server has types for them.
/// </summary>
/// <remarks>Dapper knows one handler per CLR type for the whole process, so each handler looks at the parameter to see which engine it serves.</remarks>
internal static class DataTypes
{
    private static readonly Lazy<bool> Registered = new(() =>
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        Add(new InstantHandler());
        Add(new GuidHandler());
        Add(new DecimalHandler());
        Add(new DateHandler());
        return true;
    });

    /// <summary>Registers the handlers, once per process.</summary>
    public static void Register() => _ = Registered.Value;

    private static void Add<T>(EngineHandler<T> handler)
        where T : struct
    {
        // Dapper asks its built-in map first; without this it would never come to the handler.
        SqlMapper.RemoveTypeMap(typeof(T));
        SqlMapper.RemoveTypeMap(typeof(T?));
        // For T? too.
        SqlMapper.AddTypeHandler(typeof(T), handler);
    }
}
