using Addon.Core.Audit;

namespace Addon.Web.Audit;

/// <summary>The audit: read, filtered and exported.</summary>
internal static class AuditModule
{
    public static WebApplicationBuilder AddAudit(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ReadAudit>();
        return builder;
    }

    public static WebApplication MapAudit(this WebApplication app)
    {
        app.MapAuditApi();
        return app;
    }
}
