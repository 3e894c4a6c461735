namespace Addon.Web.Jira;

internal static class JiraModule
{
    public static WebApplicationBuilder AddJira(this WebApplicationBuilder builder) => builder;
}
