using Addon.Web.Data.Company;
using Addon.Web.Tests.Data;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.CompanyPage;

/// <summary>How SQLite reads the tree without statistics, as every new installation starts.</summary>
public sealed class CompanyPlanTests
{
    [Fact]
    public async Task Every_Table_Is_Read_By_A_Key()
    {
        await using var db = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var connection = new SqliteConnection(db.ConnectionString + ";Pooling=False");
        await connection.OpenAsync();
        List<string> steps = [];
        foreach (var statement in CompanySql.Read.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The product's own text.
            command.CommandText = "EXPLAIN QUERY PLAN " + statement;
#pragma warning restore CA2100
            command.Parameters.AddWithValue("@tenant", "t");
            command.Parameters.AddWithValue("@cycle", DBNull.Value);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                steps.Add(reader.GetString(3));
            }
        }

        // Only what was found already is gone through.
        steps.Where(s => s.StartsWith("SCAN ", StringComparison.Ordinal)).ShouldAllBe(s => s == "SCAN n" || s == "SCAN d" || s == "SCAN shown", string.Join('\n', steps));
        steps.Where(s => s.StartsWith("SEARCH o ", StringComparison.Ordinal) || s.StartsWith("SEARCH k ", StringComparison.Ordinal))
            .ShouldAllBe(s => s.Contains("(tenant_id=? AND ", StringComparison.Ordinal), "an objective is found by its id or its cycle, a key result by its objective");
    }
}
