namespace Addon.Web.Connect;

internal static class ConnectModule
{
    public static WebApplicationBuilder AddConnect(this WebApplicationBuilder builder) => builder;

    public static WebApplication UseConnect(this WebApplication app) => app;

    public static WebApplication MapConnect(this WebApplication app) => app;
}
