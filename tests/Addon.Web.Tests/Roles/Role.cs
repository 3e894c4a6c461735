namespace Addon.Web.Tests.Roles;

/// <summary>The kinds of people, in the order of the matrix's columns. Each has exactly the rights of its name, so that none of them hides what another one lacks.</summary>
public enum Role
{
    /// <summary>Administers Jira and browses no project.</summary>
    JiraAdmin,

    /// <summary>Administers the team's project, and a project that belongs to nobody, and browses them.</summary>
    ProjectAdmin,

    /// <summary>Owns the team, the department and the company; browses the team's project.</summary>
    ScopeOwner,

    /// <summary>Owns the key result; browses the team's project.</summary>
    KeyResultOwner,

    /// <summary>Browses the team's project and edits the issue.</summary>
    Engineer,

    /// <summary>Browses the team's project and the issue.</summary>
    Viewer,

    /// <summary>Is logged in and browses nothing.</summary>
    Outsider,

    /// <summary>Has a context token that names nobody.</summary>
    Anonymous,

    /// <summary>Administers the Jira of another site.</summary>
    OtherTenant,
}
