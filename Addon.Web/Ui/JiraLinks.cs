namespace Addon.Web.Ui;

/// <summary>Addresses in the site that people see. They open outside of the iframe.</summary>
internal sealed class JiraLinks(IConfiguration configuration)
{
    /// <summary>The project page's key in <c>atlassian-connect.json</c>.</summary>
    public const string ProjectPageModule = "project-key-results";

    private readonly string _appKey = configuration["Addon:Key"] ?? "straightline";

    /// <summary>The issue.</summary>
    public static string Issue(Uri site, string issueKey) => $"{Root(site)}/browse/{Uri.EscapeDataString(issueKey)}";

    /// <summary>Our page in the project that an issue belongs to.</summary>
    public string KeyResultsOf(Uri site, string projectKey) =>
        $"{Root(site)}/projects/{Uri.EscapeDataString(projectKey)}?selectedItem=com.atlassian.plugins.atlassian-connect-plugin:{_appKey}__{ProjectPageModule}";

    private static string Root(Uri site) => site.AbsoluteUri.TrimEnd('/');
}
