using System.Text.Json;
using Addon.Core.Common;
using Addon.Core.Events;
using Addon.Core.Work;

namespace Addon.Web.Data.Events;

/// <summary>An event as the inbox stores it. A form of its own, so that Core can rename what it likes while rows of yesterday's build wait to be handled.</summary>
internal sealed record InboxPayload
{
    public required int Kind { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public long? Issue { get; init; }

    public long? Project { get; init; }

    public SnapshotPayload? Snapshot { get; init; }

    public static string ToJson(JiraEvent happened)
    {
        var snapshot = happened.Snapshot;
        var payload = new InboxPayload
        {
            Kind = (int)happened.Kind,
            OccurredAt = happened.OccurredAt,
            Issue = happened.Issue?.Value,
            Project = happened.Project?.Value,
            Snapshot = snapshot is null
                ? null
                : new SnapshotPayload
                {
                    Issue = snapshot.Issue.Value,
                    Key = snapshot.Key,
                    Project = snapshot.Project.Value,
                    Type = snapshot.TypeId,
                    Level = snapshot.HierarchyLevel,
                    Parent = snapshot.Parent?.Value,
                    Status = snapshot.StatusName,
                    Category = (int)snapshot.StatusCategory,
                    UpdatedAt = snapshot.UpdatedAt,
                },
        };
        return JsonSerializer.Serialize(payload, InboxJson.Default.InboxPayload);
    }

    /// <exception cref="JsonException">It is none of ours.</exception>
    public static JiraEvent FromJson(string? json, string deliveryId, string name)
    {
        var payload = JsonSerializer.Deserialize(json ?? "null", InboxJson.Default.InboxPayload) ?? throw new JsonException("There is no payload.");
        return new JiraEvent
        {
            DeliveryId = deliveryId,
            Name = name,
            Kind = (JiraEventKind)payload.Kind,
            OccurredAt = payload.OccurredAt,
            Issue = payload.Issue is { } issue ? new IssueId(issue) : null,
            Project = payload.Project is { } project ? new ProjectId(project) : null,
            Snapshot = payload.Snapshot?.ToSnapshot(),
        };
    }

    internal sealed record SnapshotPayload
    {
        public required long Issue { get; init; }

        public required string Key { get; init; }

        public required long Project { get; init; }

        public long? Type { get; init; }

        public int? Level { get; init; }

        public long? Parent { get; init; }

        public required string Status { get; init; }

        public required int Category { get; init; }

        public required DateTimeOffset UpdatedAt { get; init; }

        public IssueSnapshot ToSnapshot() => new()
        {
            Issue = new IssueId(Issue),
            Key = Key,
            Project = new ProjectId(Project),
            TypeId = Type,
            HierarchyLevel = Level,
            Parent = Parent is { } parent ? new IssueId(parent) : null,
            StatusName = Status,
            StatusCategory = (StatusCategory)Category,
            UpdatedAt = UpdatedAt,
        };
    }
}
