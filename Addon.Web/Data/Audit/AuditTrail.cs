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

    private static string? ToJson(IReadOnlyDictionary<string, string?> facts) =>
        facts.Count == 0 ? null : JsonSerializer.Serialize(new SortedDictionary<string, string?>(facts.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal), Json);
}
