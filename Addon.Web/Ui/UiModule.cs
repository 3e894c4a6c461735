namespace Addon.Web.Ui;

internal static class UiModule
{
    public static WebApplicationBuilder AddUi(this WebApplicationBuilder builder) => builder;

    public static WebApplication UseUi(this WebApplication app) => app;
}
