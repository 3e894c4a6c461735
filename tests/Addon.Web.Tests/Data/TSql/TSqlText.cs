using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Addon.Web.Tests.Data.TSql;

/// <summary>Parses T-SQL as SQL Server 2019 reads it.</summary>
internal static class TSqlText
{
    /// <summary>The statements of a text.</summary>
    /// <exception cref="FormatException">It is not T-SQL.</exception>
    public static IReadOnlyList<TSqlStatement> Parse(string sql)
    {
        using var reader = new StringReader(sql);
        var script = (TSqlScript)new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return errors.Count == 0
            ? [.. script.Batches.SelectMany(b => b.Statements)]
            : throw new FormatException(string.Join("; ", errors.Select(e => $"line {e.Line}: {e.Message}")));
    }
}
