using Addon.Core.Common;
using Addon.Web.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

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
        builder.Services.AddSingleton<RequestsUnderWay>();
        builder.Services.AddHostedService<RequestMemoryPurge>();
        builder.Services.AddRateLimiter(limiter => limiter.AddPolicy<(TenantId? Tenant, AccountId? Account), PageApiRate>(nameof(PageApiRate)));
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

    /// <summary>Maps what is seen outside of Jira.</summary>
    public static WebApplication MapUi(this WebApplication app)
    {
        HomeEndpoints.Map(app);
        return app;
    }

    /// <summary>What comes between the token and an endpoint of the API. Stands after authorization, because the rate is a person's and not an address's.</summary>
    public static WebApplication UsePageApi(this WebApplication app)
    {
        app.UseRateLimiter();

        // The framework's reader answers an unknown charset with an exception of ours, and transcodes known ones; JSON between systems is UTF-8 (RFC 8259, 8.1).
        app.Use((context, next) => context.Request.Path.StartsWithSegments(PageApi.Root, StringComparison.Ordinal) && IsOtherThanUtf8(context.Request.ContentType)
            ? Problems.NotJson.ExecuteAsync(context)
            : next(context));
        app.UseMiddleware<RepeatedRequests>();
        return app;
    }

    // In quotes it is the same by the letter of RFC 9110, but the framework's reader does not know it so.
    private static bool IsOtherThanUtf8(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.Charset.HasValue
        && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase);

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
