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

        // The common table expression itself is the only thing that is gone through.
        steps.Where(s => s.StartsWith("SCAN ", StringComparison.Ordinal)).ShouldAllBe(s => s == "SCAN n" || s == "SCAN shown");
        steps.ShouldContain(s => s.StartsWith("SEARCH k USING INDEX ix_key_result_objective (tenant_id=? AND objective_id=?)", StringComparison.Ordinal));
        steps.Where(s => s.StartsWith("SEARCH o ", StringComparison.Ordinal)).ShouldAllBe(s => s.Contains(" AND ", StringComparison.Ordinal), "an objective is found by its id or its cycle");
    }
}
