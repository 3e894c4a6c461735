using Addon.Sandbox.Connect;
using Addon.Sandbox.LocalJira;

namespace Addon.Sandbox.Pages;

/// <summary>The site's addresses, spelled as on a real site, so that links of the add-on lead somewhere.</summary>
internal static class Links
{
    private const string AppItemPrefix = "com.atlassian.plugins.atlassian-connect-plugin:";

    public static string Issue(JiraIssue issue) => $"/browse/{issue.Key}";

    public static string Issues(JiraProject project) => $"/projects/{project.Key}";

    public static string AppPage(JiraProject project, AppDescriptor app, AppModule module) =>
        $"/projects/{project.Key}?selectedItem={AppItemPrefix}{app.Key}__{module.Key}";

    public static string SitePage(AppDescriptor app, AppModule module) => $"/plugins/servlet/ac/{app.Key}/{module.Key}";

    /// <summary>The project page that a link names, or null.</summary>
    public static AppModule? FindAppPage(AppDescriptor? app, string? selectedItem) =>
        app?.ProjectPages.FirstOrDefault(m => string.Equals(selectedItem, $"{AppItemPrefix}{app.Key}__{m.Key}", StringComparison.Ordinal));

    /// <summary>A way back that stays on the site.</summary>
    public static string Back(string? given) =>
        given is ['/', not '/' and not '\\', ..] || given is "/" ? given : "/";
}
