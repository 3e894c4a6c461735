namespace Addon.Web.Health;

internal static class HealthModule
{
    public static WebApplicationBuilder AddHealth(this WebApplicationBuilder builder) => builder;

    public static WebApplication MapHealth(this WebApplication app) => app;
}
