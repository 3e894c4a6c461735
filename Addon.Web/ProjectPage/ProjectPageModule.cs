
namespace Addon.Web.ProjectPage;

/// <summary>The project page, and the API that starts at a project.</summary>
internal static class ProjectPageModule
{
    public static WebApplicationBuilder AddProjectPage(this WebApplicationBuilder builder)
    {
        return builder;
    }

    public static WebApplication MapProjectPage(this WebApplication app)
    {
        app.MapProjectPanelPage();
        app.MapProjectApi();
        return app;
    }
}
