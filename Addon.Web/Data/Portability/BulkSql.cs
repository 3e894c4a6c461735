using System.Text.RegularExpressions;

namespace Addon.Web.Data.Portability;

/// <summary>Writes the statement that adds many rows at once, given as one JSON parameter. Both texts come from one list of columns, so that they cannot differ.</summary>
internal static partial class BulkSql
{
    /// <summary>The statement for a table; <paramref name="columns"/> are names and SQL Server types, without the tenant.</summary>
    public static SqlPair Of(string table, string columns) => Build(table, columns, "", "");

    /// <summary>The same for a table that keeps who wrote a row first and last.</summary>
    public static SqlPair Stamped(string table, string columns) => Build(table, columns, ", created_at, created_by, updated_at, updated_by", ", @now, @actor, @now, @actor");

    private static SqlPair Build(string table, string columns, string stamps, string stampValues)
    {
        var names = Column().Matches(columns).Select(m => m.Groups["name"].Value).ToList();
        var head = $"INSERT INTO {table} (tenant_id, {string.Join(", ", names)}{stamps})";
        return new SqlPair(
            SqlServer: $"{head} SELECT @tenant, {string.Join(", ", names.Select(n => $"j.{n}"))}{stampValues} FROM OPENJSON(@rows) WITH ({columns}) j;",
            Sqlite: $"{head} SELECT @tenant, {string.Join(", ", names.Select(n => $"json_extract(j.value, '$.{n}')"))}{stampValues} FROM json_each(@rows) j;");
    }

    [GeneratedRegex(@"(?:^|, )(?<name>[a-z_]+) (?=[a-z0-9]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Column();
}
