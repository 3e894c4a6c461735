namespace Addon.Web.Data.Cycles;

internal static class CycleSnapshotSql
{
    public const string Append = """
        INSERT INTO cycle_snapshot (tenant_id, id, cycle_id, taken_at, taken_by, objective_count, key_result_count, document, hash)
        VALUES (@tenant, @id, @cycle, @takenAt, @takenBy, @objectiveCount, @keyResultCount, @document, @hash);
        """;

    public const string List = $"SELECT {SummaryColumns} FROM cycle_snapshot n WHERE n.tenant_id = @tenant AND n.cycle_id = @cycle ORDER BY n.taken_at DESC, n.id DESC;";

    public const string Find = $"SELECT {SummaryColumns}, n.document FROM cycle_snapshot n WHERE n.tenant_id = @tenant AND n.cycle_id = @cycle AND n.id = @id;";

    private const string SummaryColumns = "n.id, n.taken_at, n.taken_by, n.objective_count, n.key_result_count, n.hash";
}
