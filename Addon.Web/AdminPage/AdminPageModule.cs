namespace Addon.Web.AdminPage;

/// <summary>The page of Jira's administration: scopes, projects, cycles, defaults and audit.</summary>
internal static class AdminPageModule
{
    public static WebApplication MapAdminPage(this WebApplication app)
    {
        app.MapAdminPageEndpoints();
        return app;
    }
}
