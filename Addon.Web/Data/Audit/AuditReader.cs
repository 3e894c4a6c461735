using System.Text.Json;
using Addon.Core.Audit;
using Addon.Core.Common;

namespace Addon.Web.Data.Audit;

/// <summary>Reads the audit along the index that fits the question.</summary>
internal sealed class AuditReader(DbSession session) : IAuditReader
{
    /// <summary>Below every id: of an instant nothing is left over.</summary>
    private static readonly Guid BelowAll = Guid.Empty;

    public async Task<IReadOnlyList<AuditEvent>> ReadAsync(TenantId tenant, AuditFilter filter, AuditCursor? after, int limit, CancellationToken ct)
    {
        // What is asked for ends before an instant; a part that was read ends within one.
        var untilFilter = filter.Until ?? DateTimeOffset.MaxValue;
        var (until, untilId) = after is { } cursor && cursor.At < untilFilter ? (cursor.At, cursor.Id) : (untilFilter, BelowAll);
        var rows = await session.QueryAsync<AuditRow>(
            StatementFor(filter),
            new
            {
                tenant = tenant.Value,
                actor = filter.Actor?.Value,
                action = filter.Action,
                actionLength = filter.Action?.Length ?? 0,
                entityType = filter.EntityType,
                entityId = filter.EntityId,
                from = filter.From ?? DateTimeOffset.MinValue,
                until,
                untilId,
                limit,
            },
            ct);
        return [.. rows.Select(r => r.ToEvent())];
    }

    private static SqlPair StatementFor(AuditFilter filter) => filter switch
    {
        { EntityType: not null, EntityId: not null } => AuditSql.ReadByEntity,
        { Actor: not null } => AuditSql.ReadByActor,
        _ => AuditSql.ReadByTime,
    };

    private sealed class AuditRow
    {
        private static readonly Dictionary<string, string?> Nothing = [];

        public Guid Id { get; set; }

        public DateTimeOffset At { get; set; }

        public string? Actor { get; set; }

        public string Action { get; set; } = "";

        public string EntityType { get; set; } = "";

        public string EntityId { get; set; } = "";

        public string? BeforeJson { get; set; }

        public string? AfterJson { get; set; }

        public int Via { get; set; }

        public AuditEvent ToEvent() => new(
            Id,
            At,
            new AuditEntry(Actor is null ? null : new AccountId(Actor), Action, EntityType, EntityId, Facts(BeforeJson), Facts(AfterJson), (AuditVia)Via));

        private static Dictionary<string, string?> Facts(string? json) =>
            json is null ? Nothing : JsonSerializer.Deserialize<Dictionary<string, string?>>(json) ?? Nothing;
    }
}
