namespace Addon.Web.Data.Cycles;

internal static class CycleSql
{
    /// <summary>The columns of <see cref="CycleRow"/>; the alias is c.</summary>
    public const string Columns = "c.id, c.name, c.kind, c.start_on, c.end_on, c.state, c.closing_since, c.version";

    public const string Find = $"SELECT {Columns} FROM cycle c WHERE c.tenant_id = @tenant AND c.id = @id;";

    public const string FindByName = $"SELECT {Columns} FROM cycle c WHERE c.tenant_id = @tenant AND c.name = @name;";

    public const string List = $"SELECT {Columns} FROM cycle c WHERE c.tenant_id = @tenant ORDER BY c.start_on DESC, c.name;";

    /// <summary>The hint keeps others from adding or changing a cycle until the transaction ends; SQLite has one writer anyway.</summary>
    public static readonly SqlPair ListHeld = new(
        SqlServer: $"SELECT {Columns} FROM cycle c WITH (UPDLOCK, HOLDLOCK) WHERE c.tenant_id = @tenant ORDER BY c.start_on DESC, c.name;",
        Sqlite: List);

    public const string Add = """
        INSERT INTO cycle (tenant_id, id, name, kind, start_on, end_on, state, closing_since, version, created_at, created_by, updated_at, updated_by)
        VALUES (@tenant, @id, @name, @kind, @startOn, @endOn, @state, @closingSince, @version, @now, @actor, @now, @actor);
        """;

    public const string Update = """
        UPDATE cycle
        SET name = @name, kind = @kind, start_on = @startOn, end_on = @endOn, state = @state, closing_since = @closingSince,
            version = version + 1, updated_at = @now, updated_by = @actor
        WHERE tenant_id = @tenant AND id = @id AND version = @version;
        """;
}
