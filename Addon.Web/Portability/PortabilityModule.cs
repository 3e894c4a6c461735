namespace Addon.Web.Portability;

/// <summary>Import and export of OKRs.</summary>
internal static class PortabilityModule
{
    public static WebApplicationBuilder AddPortability(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ImportProgress>();
        builder.Services.AddScoped<ImportRun>();
        builder.Services.AddHostedService<ImportWorker>();
        return builder;
    }

    public static WebApplication MapPortability(this WebApplication app)
    {
        app.MapExportApi();
        app.MapImportApi();
        return app;
    }
}
