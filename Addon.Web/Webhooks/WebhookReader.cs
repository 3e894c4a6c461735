using Addon.Core.Common;
using Addon.Core.Events;
using Addon.Core.Work;

namespace Addon.Web.Webhooks;

/// <summary>Turns the body of a webhook into an event of ours. (Connect: webhooks; shapes of REST v2.)</summary>
internal sealed class WebhookReader(TimeProvider clock)
{
    /// <summary>How far ahead of ours Jira's clock can be before its times are not believed: a time in the future would win over every later update.</summary>
    private static readonly TimeSpan BelievableLead = TimeSpan.FromDays(1);

    private static readonly DateTimeOffset FirstBelievable = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Reads a body.</summary>
    /// <param name="deliveryId">The delivery's id.</param>
    /// <param name="body">The body, or the first part of one that is too long.</param>
    /// <param name="complete">Whether that is all of it.</param>
    /// <returns>The event; of kind <see cref="JiraEventKind.Other"/> when it does not concern us.</returns>
    public Outcome<JiraEvent> Read(string deliveryId, ReadOnlySpan<byte> body, bool complete)
    {
        if (WebhookFacts.Read(body, complete) is not { } facts)
        {
            return WebhookErrors.NotJson;
        }

        if (string.IsNullOrWhiteSpace(facts.EventName))
        {
            return complete ? WebhookErrors.EventMissing : Unreadable(deliveryId, "unknown", facts);
        }

        return KindOf(facts.EventName) switch
        {
            JiraEventKind.IssueChanged when !complete => Unreadable(deliveryId, facts.EventName, facts),
            JiraEventKind.IssueChanged or JiraEventKind.IssueDeleted when facts.Issue.Id is null =>
                complete ? WebhookErrors.IssueMissing : Unreadable(deliveryId, facts.EventName, facts),
            JiraEventKind.ProjectDeleted or JiraEventKind.ProjectRestored when facts.ProjectId is null =>
                complete ? WebhookErrors.ProjectMissing : Unreadable(deliveryId, facts.EventName, facts),
            JiraEventKind.Other => Create(deliveryId, "other", JiraEventKind.Other, facts),
            var kind => Create(deliveryId, facts.EventName, kind, facts) with { Snapshot = kind is JiraEventKind.IssueChanged ? SnapshotOf(facts) : null },
        };
    }

    private static JiraEventKind KindOf(string eventName) => eventName switch
    {
        "jira:issue_created" or "jira:issue_updated" => JiraEventKind.IssueChanged,
        "jira:issue_deleted" => JiraEventKind.IssueDeleted,
        "project_deleted" or "project_soft_deleted" => JiraEventKind.ProjectDeleted,
        "project_restored_deleted" => JiraEventKind.ProjectRestored,
        _ => JiraEventKind.Other,
    };

    private JiraEvent Unreadable(string deliveryId, string name, WebhookFacts facts) => Create(deliveryId, name, JiraEventKind.Unreadable, facts);

    private JiraEvent Create(string deliveryId, string name, JiraEventKind kind, WebhookFacts facts) => new()
    {
        DeliveryId = deliveryId,
        Name = name,
        Kind = kind,
        OccurredAt = OccurredAt(facts.Timestamp),
        Issue = facts.Issue.Id is { } issue ? new IssueId(issue) : null,
        Project = (facts.ProjectId ?? facts.Issue.ProjectId) is { } project ? new ProjectId(project) : null,
    };

    /// <summary>The issue as the event shows it; null when Jira has to be asked.</summary>
    private IssueSnapshot? SnapshotOf(WebhookFacts facts) =>
        !facts.ParentIsUnclear && facts.Issue.ToSnapshot() is { } snapshot && IsBelievable(snapshot.UpdatedAt) ? snapshot : null;

    private DateTimeOffset OccurredAt(long? milliseconds)
    {
        // Checked before the conversion, which throws beyond the year 9999.
        var believable = milliseconds >= FirstBelievable.ToUnixTimeMilliseconds()
            && milliseconds <= (clock.GetUtcNow() + BelievableLead).ToUnixTimeMilliseconds();
        return believable ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds!.Value) : clock.GetUtcNow();
    }

    private bool IsBelievable(DateTimeOffset time) => time >= FirstBelievable && time <= clock.GetUtcNow() + BelievableLead;
}
