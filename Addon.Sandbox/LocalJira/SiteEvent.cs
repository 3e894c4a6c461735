namespace Addon.Sandbox.LocalJira;

/// <summary>Something that happened to an issue, told to whoever sends webhooks.</summary>
/// <param name="Name">The webhook event (<c>jira:issue_updated</c>).</param>
/// <param name="EventTypeName">The older, finer name (<c>issue_generic</c>).</param>
/// <param name="Issue">The issue after it (before it, when deleted).</param>
/// <param name="Parent">Its parent then, or null.</param>
/// <param name="Sprint">Its sprint then, or null.</param>
/// <param name="Changes">What changed.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="At">When.</param>
/// <param name="ChangelogId">The id of the history entry.</param>
public sealed record SiteEvent(
    string Name,
    string EventTypeName,
    JiraIssue Issue,
    JiraIssue? Parent,
    JiraSprint? Sprint,
    IReadOnlyList<FieldChange> Changes,
    JiraUser Actor,
    DateTimeOffset At,
    long ChangelogId);
