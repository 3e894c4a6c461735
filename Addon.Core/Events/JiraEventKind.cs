namespace Addon.Core.Events;

/// <summary>What happened in Jira, in our words; both edges (webhooks now, Forge events next) translate into these.</summary>
public enum JiraEventKind
{
    /// <summary>Nothing that concerns us: accepted, and forgotten at once.</summary>
    Other = 0,

    /// <summary>An issue was created, or anything about it changed: fields, status, key, project, parent.</summary>
    IssueChanged = 1,

    /// <summary>An issue was deleted.</summary>
    IssueDeleted = 2,

    /// <summary>A project was deleted or put in the trash. Its issues are not told one by one.</summary>
    ProjectDeleted = 3,

    /// <summary>A project came back from the trash.</summary>
    ProjectRestored = 4,

    /// <summary>A delivery that could not be read (too large): what changed has to be asked from Jira.</summary>
    Unreadable = 5,

    /// <summary>The site has the app again after a time without it: what changed since then has to be asked from Jira.</summary>
    Returned = 6,
}
