using Addon.Core.Common;
using Addon.Core.Work;

namespace Addon.Core.Events;

/// <summary>One event of a site, free of the protocol that brought it and of everything about people.</summary>
public sealed record JiraEvent
{
    /// <summary>The delivery's id, the same on every repetition; unique per tenant, at most 255 characters.</summary>
    public required string DeliveryId { get; init; }

    /// <summary>The platform's own name of the event (<c>jira:issue_updated</c>), at most 100 characters; for diagnosis.</summary>
    public required string Name { get; init; }

    /// <summary>What happened.</summary>
    public required JiraEventKind Kind { get; init; }

    /// <summary>When it happened, by Jira's clock; by ours when the delivery does not say.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The issue, when there is one.</summary>
    public IssueId? Issue { get; init; }

    /// <summary>The project, when there is one.</summary>
    public ProjectId? Project { get; init; }

    /// <summary>The issue as the event shows it, or null when the delivery did not carry enough of it and Jira has to be asked.</summary>
    public IssueSnapshot? Snapshot { get; init; }

    /// <summary>Whether Jira has to be asked to handle it. Everything else needs nobody but us, and must not wait for those that do.</summary>
    public bool AsksJira => Kind is JiraEventKind.IssueChanged or JiraEventKind.Unreadable or JiraEventKind.Returned && Snapshot is null;
}
