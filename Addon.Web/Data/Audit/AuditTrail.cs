using System.Text.Encodings.Web;
using System.Text.Json;
using Addon.Core.Audit;
using Addon.Core.Common;

namespace Addon.Web.Data.Audit;

/// <summary>The audit trail as a table that is only ever appended to.</summary>
internal sealed class AuditTrail(DbSession session, TimeProvider clock) : IAuditTrail
{
    // Stored and exported, never put into a page as it is; people's text stays readable.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Task AppendAsync(TenantId tenant, AuditEntry entry, CancellationToken ct) => session.ExecuteAsync(
        AuditSql.Append,
        new
        {
            tenant = tenant.Value,
            id = Guid.CreateVersion7(),
            at = clock.GetUtcNow(),
            actor = entry.Actor?.Value,
            action = entry.Action,
            entityType = entry.EntityType,
            entityId = entry.EntityId,
            before = ToJson(entry.Before),
            after = ToJson(entry.After),
            via = (int)entry.Via,
        },
        ct);

    public async Task AppendAsync(TenantId tenant, IReadOnlyList<AuditEntry> entries, CancellationToken ct)
    {
        if (entries.Count > 0)
        {
            await session.ExecuteAsync(AuditSql.AppendAll, new { tenant = tenant.Value, at = clock.GetUtcNow(), rows = DbJson.Write(entries.Select(Row.Of)) }, ct);
        }
    }

    private static string? ToJson(IReadOnlyDictionary<string, string?> facts) =>
        facts.Count == 0 ? null : JsonSerializer.Serialize(new SortedDictionary<string, string?>(facts.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal), Json);

    private sealed record Row(Guid Id, string? Actor, string Action, string EntityType, string EntityId, string? Before, string? After, int Via)
    {
        public static Row Of(AuditEntry entry) => new(
            Guid.CreateVersion7(), entry.Actor?.Value, entry.Action, entry.EntityType, entry.EntityId, ToJson(entry.Before), ToJson(entry.After), (int)entry.Via);
    }
}
