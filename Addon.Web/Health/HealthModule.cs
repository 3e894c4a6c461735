namespace Addon.Web.Health;

internal static class HealthModule
{
    public static WebApplicationBuilder AddHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<InboxGauge>();
        return builder;
    }

    public static WebApplication MapHealth(this WebApplication app)
    {
        HealthEndpoints.Map(app);
        return app;
    }
}
