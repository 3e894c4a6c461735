using Addon.Core.Common;

namespace Addon.Core.Work;

/// <summary>What we keep of an issue: enough to place and count it. No title and no person.</summary>
public sealed record IssueSnapshot
{
    /// <summary>Jira's id.</summary>
    public required IssueId Issue { get; init; }

    /// <summary>The key at <see cref="UpdatedAt"/> (<c>PAY-12</c>); display text only, a move changes it.</summary>
    public required string Key { get; init; }

    /// <summary>The project at <see cref="UpdatedAt"/>.</summary>
    public required ProjectId Project { get; init; }

    /// <summary>The issue type's id, or null when unknown.</summary>
    public long? TypeId { get; init; }

    /// <summary>Jira's hierarchy level: -1 sub-task, 0 standard, 1 epic, or null when unknown.</summary>
    public int? HierarchyLevel { get; init; }

    /// <summary>The parent issue, or null.</summary>
    public IssueId? Parent { get; init; }

    /// <summary>The status as people see it, at most 120 characters.</summary>
    public required string StatusName { get; init; }

    /// <summary>The family of the status.</summary>
    public required StatusCategory StatusCategory { get; init; }

    /// <summary>The issue's own update time in Jira. The last writer by this time wins, never the last to arrive.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
