namespace Addon.Web.Data.Portability;

internal static class ImportJobSql
{
    public const string Add = """
        INSERT INTO import_job (tenant_id, id, state, format, total, created_at, created_by, updated_at)
        VALUES (@tenant, @id, @state, @format, @total, @at, @by, @at);
        """;

    public const string Append = "INSERT INTO import_part (tenant_id, job_id, number, content) VALUES (@tenant, @id, @number, @content);";

    public const string ReadParts = "SELECT p.content FROM import_part p WHERE p.tenant_id = @tenant AND p.job_id = @id ORDER BY p.number;";

    public const string Find = $"SELECT {Columns} FROM import_job j WHERE j.tenant_id = @tenant AND j.id = @id;";

    public static readonly SqlPair List = new(
        SqlServer: $"SELECT TOP (@limit) {Columns} {ListTail};",
        Sqlite: $"SELECT {Columns} {ListTail} LIMIT @limit;");

    public const string CountOpen = "SELECT COUNT(*) FROM import_job j WHERE j.tenant_id = @tenant AND j.state <= 3;";

    public const string Move = """
        UPDATE import_job
        SET state = @next, updated_at = @now, lease_owner = NULL, leased_until = NULL
        WHERE tenant_id = @tenant AND id = @id AND state = @from;
        """;

    public const string Finish = """
        UPDATE import_job
        SET state = @next, total = @total, report_json = @report, updated_at = @now, lease_owner = NULL, leased_until = NULL
        WHERE tenant_id = @tenant AND id = @id AND state = @from AND lease_owner = @runner;
        """;

    public static readonly SqlPair Claim = new(
        SqlServer: """
            UPDATE import_job
            SET lease_owner = @runner, leased_until = @until
            OUTPUT inserted.tenant_id, inserted.id, inserted.state, inserted.format, inserted.total, inserted.created_at, inserted.created_by
            WHERE id IN (
                SELECT TOP (1) j.id
                FROM import_job j WITH (UPDLOCK, READPAST)
                WHERE j.state IN (1, 3) AND (j.leased_until IS NULL OR j.leased_until < @now)
                ORDER BY j.updated_at);
            """,
        Sqlite: """
            UPDATE import_job
            SET lease_owner = @runner, leased_until = @until
            WHERE rowid IN (
                SELECT j.rowid
                FROM import_job j
                WHERE j.state IN (1, 3) AND (j.leased_until IS NULL OR j.leased_until < @now)
                ORDER BY j.updated_at
                LIMIT 1)
            RETURNING tenant_id, id, state, format, total, created_at, created_by;
            """);

    public const string Delete = """
        DELETE FROM import_part WHERE tenant_id = @tenant AND job_id = @id;

        DELETE FROM import_job WHERE tenant_id = @tenant AND id = @id;
        """;

    public static readonly SqlPair Old = new(
        SqlServer: "SELECT TOP (@most) j.tenant_id, j.id FROM import_job j WHERE j.updated_at < @before ORDER BY j.updated_at;",
        Sqlite: "SELECT j.tenant_id, j.id FROM import_job j WHERE j.updated_at < @before ORDER BY j.updated_at LIMIT @most;");

    private const string Columns = "j.tenant_id, j.id, j.state, j.format, j.total, j.report_json, j.created_at, j.created_by";

    /// <summary>Ids are made in the order of time, and their text sorts by it; SQL Server's type does not.</summary>
    private const string ListTail = """
        FROM import_job j
        WHERE j.tenant_id = @tenant AND (@after IS NULL OR j.created_at < (SELECT a.created_at FROM import_job a WHERE a.tenant_id = @tenant AND a.id = @after))
        ORDER BY j.created_at DESC, j.id
        """;
}
