namespace Addon.Sandbox.LocalJira;

/// <summary>Who may do what on the local site. A null person is anonymous.</summary>
internal static class Permissions
{
    public const string Browse = "BROWSE_PROJECTS";

    public const string Edit = "EDIT_ISSUES";

    public const string AdministerProjects = "ADMINISTER_PROJECTS";

    public const string Administer = "ADMINISTER";

    /// <summary>The project permissions that permissions/check knows here; another name is a mistake of the caller.</summary>
    public static readonly IReadOnlySet<string> ProjectKeys = new HashSet<string>(StringComparer.Ordinal)
    {
        Browse, Edit, AdministerProjects, "ADD_COMMENTS", "CREATE_ISSUES", "DELETE_ISSUES", "TRANSITION_ISSUES",
    };

    /// <summary>The global permissions that it knows here.</summary>
    public static readonly IReadOnlySet<string> GlobalKeys = new HashSet<string>(StringComparer.Ordinal) { Administer, "BULK_CHANGE", "USER_PICKER" };

    public static bool Allows(JiraUser? user, JiraProject project, string permission) => permission switch
    {
        Browse => user is not null || project.IsPublic,
        AdministerProjects => user == JiraUser.Admin || (user == JiraUser.Lead && (project == JiraProject.Payments || project == JiraProject.Mobile)),
        _ => user == JiraUser.Admin || user == JiraUser.Lead || user == JiraUser.Engineer || user == JiraUser.App,
    };

    public static bool AllowsGlobally(JiraUser? user, string permission) =>
        user == JiraUser.Admin || (user is not null && !string.Equals(permission, Administer, StringComparison.Ordinal));
}
