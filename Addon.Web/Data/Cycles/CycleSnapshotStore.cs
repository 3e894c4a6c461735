using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Addon.Core.Common;
using Addon.Core.Cycles;

namespace Addon.Web.Data.Cycles;

/// <summary>Snapshots as JSON documents with their hash. Nothing here updates or deletes.</summary>
internal sealed class CycleSnapshotStore(DbSession session) : ICycleSnapshotStore
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public Task AppendAsync(TenantId tenant, CycleSnapshot snapshot, CancellationToken ct)
    {
        var document = JsonSerializer.Serialize(snapshot.Content, Json);
        return session.ExecuteAsync(
            CycleSnapshotSql.Append,
            new
            {
                tenant = tenant.Value,
                id = snapshot.Id,
                cycle = snapshot.Cycle.Value,
                takenAt = snapshot.TakenAt,
                takenBy = snapshot.TakenBy.Value,
                objectiveCount = snapshot.Content.Objectives.Count,
                keyResultCount = snapshot.Content.Objectives.Sum(o => o.KeyResults.Count),
                document,
                hash = HashOf(document),
            },
            ct);
    }

    public async Task<IReadOnlyList<SnapshotSummary>> ListAsync(TenantId tenant, CycleId cycle, CancellationToken ct) =>
        [.. (await session.QueryAsync<SnapshotRow>(CycleSnapshotSql.List, new { tenant = tenant.Value, cycle = cycle.Value }, ct)).Select(r => r.ToSummary())];

    public async Task<StoredSnapshot?> FindAsync(TenantId tenant, CycleId cycle, Guid id, CancellationToken ct) =>
        await session.FindAsync<SnapshotRow>(CycleSnapshotSql.Find, new { tenant = tenant.Value, cycle = cycle.Value, id }, ct) is { } row
            ? new StoredSnapshot(
                row.ToSummary(),
                JsonSerializer.Deserialize<SnapshotContent>(row.Document, Json)!,
                row.Document,
                string.Equals(HashOf(row.Document), row.Hash, StringComparison.Ordinal))
            : null;

    private static string HashOf(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    private sealed class SnapshotRow
    {
        public Guid Id { get; set; }

        public DateTimeOffset TakenAt { get; set; }

        public string TakenBy { get; set; } = "";

        public int ObjectiveCount { get; set; }

        public int KeyResultCount { get; set; }

        public string Hash { get; set; } = "";

        public string Document { get; set; } = "";

        public SnapshotSummary ToSummary() => new(Id, TakenAt, new AccountId(TakenBy), Hash, ObjectiveCount, KeyResultCount);
    }
}
