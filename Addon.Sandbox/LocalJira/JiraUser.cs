namespace Addon.Sandbox.LocalJira;

/// <summary>A person (or the app itself) on the local site.</summary>
/// <param name="AccountId">Opaque, with a colon as today's ids have: whoever forgets to encode it notices here.</param>
/// <param name="Slug">The short name in the switch-user menu.</param>
/// <param name="DisplayName">What Jira shows.</param>
/// <param name="AccountType"><c>atlassian</c> or <c>app</c>.</param>
public sealed record JiraUser(string AccountId, string Slug, string DisplayName, string AccountType = "atlassian")
{
    /// <summary>Administers Jira and every project.</summary>
    public static readonly JiraUser Admin = new("712020:6f1d2c34-0000-4000-8000-000000000001", "admin", "Alma Ortiz");

    /// <summary>Browses and edits issues.</summary>
    public static readonly JiraUser Engineer = new("712020:6f1d2c34-0000-4000-8000-000000000002", "engineer", "Ben Engel");

    /// <summary>Leads the payments team: administers its project and the mobile one, and neither the core platform nor Jira.</summary>
    public static readonly JiraUser Lead = new("712020:6f1d2c34-0000-4000-8000-000000000004", "lead", "Lena Okafor");

    /// <summary>Browses only.</summary>
    public static readonly JiraUser Viewer = new("712020:6f1d2c34-0000-4000-8000-000000000003", "viewer", "Vera Sand");

    /// <summary>The user that Jira makes for an installed app; its REST calls run as this one.</summary>
    public static readonly JiraUser App = new("557058:6f1d2c34-0000-4000-8000-0000000000aa", "app", "Straightline", "app");

    /// <summary>The people, without the app.</summary>
    public static readonly IReadOnlyList<JiraUser> People = [Admin, Lead, Engineer, Viewer];

    /// <summary>Everybody whom REST knows.</summary>
    public static readonly IReadOnlyList<JiraUser> Everybody = [Admin, Lead, Engineer, Viewer, App];

    /// <summary>Two letters for the avatar.</summary>
    public string Initials => string.Concat(DisplayName.Split(' ').Select(part => part[0]));

    /// <summary>The user of an account id, or null.</summary>
    public static JiraUser? Find(string? accountId) => Everybody.FirstOrDefault(u => string.Equals(u.AccountId, accountId, StringComparison.Ordinal));
}
