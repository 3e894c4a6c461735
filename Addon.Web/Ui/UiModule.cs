using Microsoft.AspNetCore.StaticFiles;

namespace Addon.Web.Ui;

/// <summary>What every page of ours stands on: server-side rendering without interactivity, and the public files.</summary>
internal static class UiModule
{
    private static readonly Dictionary<string, string> ContentTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
    };

    public static WebApplicationBuilder AddUi(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents();
        builder.Services.AddSingleton<PublicFiles>();
        builder.Services.AddSingleton<JiraLinks>();
        builder.Services.AddScoped<BrowseAccess>();
        return builder;
    }

    /// <summary>Serves the public files. Stands before authorization: they hold no data, and the fallback policy refuses what has no token.</summary>
    public static WebApplication UseUi(this WebApplication app)
    {
        var files = app.Services.GetRequiredService<PublicFiles>();
        app.UseStaticFiles(Options(files, $"/static/{files.Version}", "public, max-age=31536000, immutable"));
        app.UseStaticFiles(Options(files, "", "public, max-age=600"));
        return app;
    }

    private static StaticFileOptions Options(PublicFiles files, string path, string cacheControl) => new()
    {
        FileProvider = files.Provider,
        RequestPath = path,
        ContentTypeProvider = new FileExtensionContentTypeProvider(ContentTypes),
        OnPrepareResponse = file =>
        {
            file.Context.Response.Headers.CacheControl = cacheControl;
            file.Context.Response.Headers.XContentTypeOptions = "nosniff";
        },
    };
}
