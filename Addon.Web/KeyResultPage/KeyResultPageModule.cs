using Addon.Core.KeyResultPage;

namespace Addon.Web.KeyResultPage;

/// <summary>A key result's own page.</summary>
internal static class KeyResultPageModule
{
    public static WebApplicationBuilder AddKeyResultPage(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ReadKeyResultPage>();
        return builder;
    }

    public static WebApplication MapKeyResultPage(this WebApplication app)
    {
        app.MapKeyResultSheetPage();
        app.MapKeyResultSheetParts();
        return app;
    }
}
