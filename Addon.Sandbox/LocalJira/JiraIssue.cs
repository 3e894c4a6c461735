using System.Text.Json.Serialization;

namespace Addon.Sandbox.LocalJira;

/// <summary>An issue; replaced as a whole by every change.</summary>
public sealed record JiraIssue
{
    public required long Id { get; init; }

    public required string Key { get; init; }

    public required long ProjectId { get; init; }

    public required long TypeId { get; init; }

    public required long StatusId { get; init; }

    public required string Summary { get; init; }

    public string Description { get; init; } = "";

    public long? ParentId { get; init; }

    public string? AssigneeId { get; init; }

    public required string ReporterId { get; init; }

    public decimal? StoryPoints { get; init; }

    public long? SprintId { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Updated { get; init; }

    public required DateTimeOffset StatusChanged { get; init; }

    [JsonIgnore]
    public JiraProject Project => JiraProject.Of(ProjectId);

    [JsonIgnore]
    public JiraIssueType Type => JiraIssueType.Of(TypeId);

    [JsonIgnore]
    public JiraStatus Status => JiraStatus.Of(StatusId);
}
