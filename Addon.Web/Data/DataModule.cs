namespace Addon.Web.Data;

internal static class DataModule
{
    public static WebApplicationBuilder AddData(this WebApplicationBuilder builder) => builder;
}
