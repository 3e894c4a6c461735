namespace Addon.Web.Data;

internal static class NumberSequenceSql
{
    public static readonly SqlPair Take = new(
        SqlServer: "UPDATE tenant_counter SET value = value + @count OUTPUT inserted.value WHERE tenant_id = @tenant AND name = @name;",
        Sqlite: "UPDATE tenant_counter SET value = value + @count WHERE tenant_id = @tenant AND name = @name RETURNING value;");

    public const string First = "INSERT INTO tenant_counter (tenant_id, name, value) VALUES (@tenant, @name, @count);";
}
