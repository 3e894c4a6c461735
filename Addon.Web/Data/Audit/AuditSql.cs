namespace Addon.Web.Data.Audit;

internal static class AuditSql
{
    public const string Append = AppendHead + " VALUES (@tenant, @id, @at, @actor, @action, @entityType, @entityId, @before, @after, @via);";

    public static readonly SqlPair AppendAll = new(
        SqlServer: AppendHead + """
             SELECT @tenant, j.id, @at, j.actor, j.action, j.entity_type, j.entity_id, j.before_json, j.after_json, j.via
            FROM OPENJSON(@rows) WITH (
              id uniqueidentifier '$.id', actor nvarchar(128) '$.actor', action nvarchar(100) '$.action', entity_type nvarchar(60) '$.entityType',
              entity_id nvarchar(255) '$.entityId', before_json nvarchar(max) '$.before', after_json nvarchar(max) '$.after', via int '$.via') j;
            """,
        Sqlite: AppendHead + """
             SELECT @tenant, json_extract(j.value, '$.id'), @at, json_extract(j.value, '$.actor'), json_extract(j.value, '$.action'),
                   json_extract(j.value, '$.entityType'), json_extract(j.value, '$.entityId'), json_extract(j.value, '$.before'),
                   json_extract(j.value, '$.after'), CAST(json_extract(j.value, '$.via') AS INTEGER)
            FROM json_each(@rows) j;
            """);

    /// <summary>Of everybody and everything: along the time.</summary>
    public static readonly SqlPair ReadByTime = new(
        SqlServer: SqlServerHead + Range + OfAnybody + OfAnything + Newest + ";",
        Sqlite: SqliteHead + Range + OfAnybody + OfAnything + Newest + " LIMIT @limit;");

    /// <summary>Of one person: along their own time, however little of it there is.</summary>
    public static readonly SqlPair ReadByActor = new(
        SqlServer: SqlServerHead + " AND a.actor = @actor" + Range + OfAnything + Newest + ";",
        Sqlite: SqliteHead + " AND a.actor = @actor" + Range + OfAnything + Newest + " LIMIT @limit;");

    /// <summary>Of one thing: its history.</summary>
    public static readonly SqlPair ReadByEntity = new(
        SqlServer: SqlServerHead + " AND a.entity_type = @entityType AND a.entity_id = @entityId" + Range + OfAnybody + OfAnyAction + Newest + ";",
        Sqlite: SqliteHead + " AND a.entity_type = @entityType AND a.entity_id = @entityId" + Range + OfAnybody + OfAnyAction + Newest + " LIMIT @limit;");

    private const string AppendHead = "INSERT INTO audit_event (tenant_id, id, at, actor, action, entity_type, entity_id, before_json, after_json, via)";

    private const string Columns = "a.id, a.at, a.actor, a.action, a.entity_type, a.entity_id, a.before_json, a.after_json, a.via FROM audit_event a WHERE a.tenant_id = @tenant";

    private const string SqlServerHead = "SELECT TOP (@limit) " + Columns;

    private const string SqliteHead = "SELECT " + Columns;

    /// <summary>The first two bound the range of the index; the third passes over those of the same instant that were read before.</summary>
    private const string Range = " AND a.at >= @from AND a.at <= @until AND (a.at < @until OR a.id < @untilId)";

    private const string OfAnybody = " AND (@actor IS NULL OR a.actor = @actor)";

    private const string OfAnyAction = " AND (@action IS NULL OR SUBSTRING(a.action, 1, @actionLength) = @action)";

    private const string OfAnything = OfAnyAction + " AND (@entityType IS NULL OR a.entity_type = @entityType) AND (@entityId IS NULL OR a.entity_id = @entityId)";

    private const string Newest = " ORDER BY a.at DESC, a.id DESC";
}
