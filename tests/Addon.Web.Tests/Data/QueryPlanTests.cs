using System.Text.RegularExpressions;
using Addon.Web.Tests.Data.TSql;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Data;

/// <summary>
/// One round trip can still read a whole table, once per row. These plans are SQLite's without statistics, which is how every new installation starts.
/// </summary>
public sealed partial class QueryPlanTests
{
    /// <summary>What grows with the work of a site; the rest is counted in hundreds.</summary>
    private static readonly string[] LargeTables = ["issue_snapshot", "issue_link", "issue_answer", "kr_value", "audit_event", "webhook_inbox"];

    /// <summary>Goes through all that waits, when a host stops: an index on the lease would cost each claim and each completion.</summary>
    private const string OncePerStop = "InboxSql.Release";

    /// <summary>An export and an import read everything of a tenant, once.</summary>
    private const string Everything = "ArchiveSql.Read";

    /// <summary>Stands before the steps of what is no query.</summary>
    private const string Write = "WRITE ";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Statements =>
    [
        .. SqlCatalogue.All.Select(s => s.Name).Where(
            name => !name.StartsWith("Database", StringComparison.Ordinal) && !name.StartsWith("Migrator", StringComparison.Ordinal) && name is not (OncePerStop or Everything)),
    ];

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task Large_Tables_Are_Only_Read_By_Their_Keys(string statement)
    {
        await using var db = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        var text = SqlCatalogue.All.Single(s => string.Equals(s.Name, statement, StringComparison.Ordinal)).Sql.Sqlite;

        (await PlansAsync(db, text)).Where(ReadsAWholeTable).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("SELECT issue_key FROM issue_snapshot WHERE status_category = 1")]
    [InlineData("SELECT s.issue_key FROM live_issue s WHERE s.tenant_id = @tenant AND s.status_category = 1")]
    [InlineData("SELECT x.issue_id FROM issue_link x WHERE x.tenant_id = @tenant AND x.removed_at IS NULL")]
    [InlineData("UPDATE webhook_inbox SET attempts = 1 WHERE seq IN (SELECT w.seq FROM webhook_inbox w WHERE w.state = 0 AND w.due_at <= @now LIMIT 20) AND state = 0")]
    public async Task Reading_A_Whole_Table_Is_Found(string sql)
    {
        await using var db = await TestDatabase.CreateAsync(TestEngine.Sqlite);

        (await PlansAsync(db, sql)).Where(ReadsAWholeTable).ShouldNotBeEmpty();
    }

    private static async Task<List<string>> PlansAsync(TestDatabase db, string sql)
    {
        await using var connection = new SqliteConnection(db.ConnectionString + ";Pooling=False");
        await connection.OpenAsync(Ct);
        List<string> plans = [];
        foreach (var part in sql.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The product's own texts.
            command.CommandText = "EXPLAIN QUERY PLAN " + part;
#pragma warning restore CA2100
            foreach (var name in Parameter().Matches(part).Select(m => m.Value).Distinct(StringComparer.Ordinal))
            {
                command.Parameters.AddWithValue(name, 1);
            }

            var aliases = Alias().Matches(part).ToLookup(m => m.Groups["alias"].Value, m => m.Groups["table"].Value, StringComparer.Ordinal);
            await using var reader = await command.ExecuteReaderAsync(Ct);
            while (await reader.ReadAsync(Ct))
            {
                plans.Add((part.StartsWith("SELECT", StringComparison.Ordinal) || part.StartsWith("WITH", StringComparison.Ordinal) ? "" : Write) + WithTable(reader.GetString(3), aliases));
            }
        }

        return plans;
    }

    /// <summary>A plan names aliases; the view's own are s and p.</summary>
    private static string WithTable(string step, ILookup<string, string> aliases)
    {
        var words = step.Split(' ');
        if (words.Length < 2 || words[0] is not ("SCAN" or "SEARCH"))
        {
            return step;
        }

        List<string> tables = [.. aliases[words[1]]];
        if (words[1] is "s")
        {
            tables.Add("issue_snapshot");
        }

        var index = step.Contains("USING", StringComparison.Ordinal) ? step : "";
        var table = tables.Find(t => index.Contains(t, StringComparison.Ordinal)) ?? (tables.Count == 1 ? tables[0] : words[1]);
        return $"{words[0]} {table} {string.Join(' ', words.Skip(2))}";
    }

    private static bool ReadsAWholeTable(string planned)
    {
        var writes = planned.StartsWith(Write, StringComparison.Ordinal);
        var step = writes ? planned[Write.Length..] : planned;
        return Array.Exists(LargeTables, t => step.StartsWith($"SCAN {t} ", StringComparison.Ordinal))
            || (Array.Exists(LargeTables, t => step.StartsWith($"SEARCH {t} ", StringComparison.Ordinal)) && step.EndsWith("(tenant_id=?)", StringComparison.Ordinal))
            // All that waits, for a write; health does go through it, because it counts it.
            || (writes && step.StartsWith("SEARCH webhook_inbox ", StringComparison.Ordinal) && step.EndsWith("(state=?)", StringComparison.Ordinal));
    }

    [GeneratedRegex("@[A-Za-z]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"(?:FROM|JOIN|UPDATE)\s+(?<table>[a-z_]+)\s+(?<alias>[a-z]+)\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Alias();
}
