namespace Addon.Core.Jira;

/// <summary>What a person may do in Jira.</summary>
public enum JiraPermission
{
    /// <summary>See an issue.</summary>
    BrowseIssue,

    /// <summary>Edit an issue.</summary>
    EditIssue,

    /// <summary>See a project.</summary>
    BrowseProject,

    /// <summary>Administer a project.</summary>
    AdministerProject,

    /// <summary>Administer Jira.</summary>
    AdministerJira,
}
