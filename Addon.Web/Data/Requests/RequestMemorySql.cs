namespace Addon.Web.Data.Requests;

internal static class RequestMemorySql
{
    public const string Find = """
        SELECT m.fingerprint, m.created_at, m.status, m.location, m.entity_tag, m.content_type, m.body, m.body_left_out
        FROM request_memory m
        WHERE m.tenant_id = @tenant AND m.account = @account AND m.request_key = @key AND m.created_at > @since;
        """;

    /// <summary>A key that has run out is a new one.</summary>
    public const string ForgetOld =
        "DELETE FROM request_memory WHERE tenant_id = @tenant AND account = @account AND request_key = @key AND created_at <= @since;";

    /// <summary>Of two that both find nothing, the key's constraint refuses the second, which then runs again and finds the first one's row.</summary>
    public const string Mark = """
        INSERT INTO request_memory (tenant_id, account, request_key, fingerprint, created_at, body_left_out)
        SELECT @tenant, @account, @key, @fingerprint, @now, 0
        WHERE NOT EXISTS (SELECT 1 FROM request_memory m WHERE m.tenant_id = @tenant AND m.account = @account AND m.request_key = @key);
        """;

    public const string Keep = """
        UPDATE request_memory
        SET status = @status, location = @location, entity_tag = @entityTag, content_type = @contentType, body = @body, body_left_out = @bodyLeftOut
        WHERE tenant_id = @tenant AND account = @account AND request_key = @key AND fingerprint = @fingerprint;
        """;

    public const string Forget = """
        DELETE FROM request_memory
        WHERE tenant_id = @tenant AND account = @account AND request_key = @key AND fingerprint = @fingerprint AND status IS NULL;
        """;

    public static readonly SqlPair Purge = new(
        SqlServer: "DELETE TOP (@most) FROM request_memory WHERE created_at < @before;",
        Sqlite: "DELETE FROM request_memory WHERE rowid IN (SELECT m.rowid FROM request_memory m WHERE m.created_at < @before ORDER BY m.created_at LIMIT @most);");
}
