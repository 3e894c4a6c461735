namespace Addon.Web.Okrs;

internal static class OkrsModule
{
    public static WebApplicationBuilder AddOkrs(this WebApplicationBuilder builder) => builder;

    public static WebApplication MapOkrs(this WebApplication app) => app;
}
