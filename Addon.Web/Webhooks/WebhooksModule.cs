namespace Addon.Web.Webhooks;

internal static class WebhooksModule
{
    public static WebApplicationBuilder AddWebhooks(this WebApplicationBuilder builder) => builder;

    public static WebApplication MapWebhooks(this WebApplication app) => app;
}
