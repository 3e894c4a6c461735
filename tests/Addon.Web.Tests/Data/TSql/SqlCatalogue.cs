using System.Reflection;
using Addon.Web.Data;

namespace Addon.Web.Tests.Data.TSql;

/// <summary>Every SQL statement of the product, found by reflection: the non-private texts of all static classes whose name ends with Sql, but for lists of columns, which are no statements.</summary>
internal static class SqlCatalogue
{
    public static IReadOnlyList<(string Name, SqlPair Sql)> All { get; } =
    [
        .. (from type in typeof(SqlPair).Assembly.GetTypes()
            where type is { IsAbstract: true, IsSealed: true } && type.Name.EndsWith("Sql", StringComparison.Ordinal)
            from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            where !field.IsPrivate && field.Name != "Columns"
            let value = field.GetValue(null)
            let pair = value is string text ? (SqlPair)text : value as SqlPair?
            where pair is not null
            select (Name: $"{type.Name}.{field.Name}", pair.Value)).OrderBy(s => s.Name, StringComparer.Ordinal),
    ];
}
