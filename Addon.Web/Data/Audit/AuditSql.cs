namespace Addon.Web.Data.Audit;

internal static class AuditSql
{
    public const string Append = """
        INSERT INTO audit_event (tenant_id, id, at, actor, action, entity_type, entity_id, before_json, after_json, via)
        VALUES (@tenant, @id, @at, @actor, @action, @entityType, @entityId, @before, @after, @via);
        """;
}
