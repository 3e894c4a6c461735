using System.Text.Json;
using Addon.Sandbox.Connect;
using Addon.Sandbox.LocalJira;
using Addon.Sandbox.Pages;
using Addon.Sandbox.Playing;
using Addon.Sandbox.Rest;
using Addon.Sandbox.Signing;
using Microsoft.AspNetCore.Http.Json;

namespace Addon.Sandbox;

/// <summary>The local Jira's web host.</summary>
internal static class SiteHost
{
    /// <summary>Where the platform's key server is.</summary>
    public const string InstallKeys = "/install-keys";

    private static readonly TimeSpan WebhookTimeout = TimeSpan.FromSeconds(20);

    public static WebApplication Create(SandboxOptions options, DataFolder data, Uri siteAddress, Uri addonAddress, InstallKey installKey, SandboxClock clock)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = Environments.Development,
            ApplicationName = typeof(SiteHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });

        // The settings file in the output folder is the add-on's.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);

        // Loopback only, whatever the environment says: the site signs for whoever reaches it.
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, siteAddress.Port));
        builder.WebHost.UseUrls();
        builder.Services.AddRazorComponents();
        builder.Services.Configure<JsonOptions>(json => json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase);
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton<TimeProvider>(clock);
        AddSite(builder.Services, options, data, siteAddress, addonAddress, installKey);

        var app = builder.Build();
        app.Use(GuardAsync);
        var keys = new InstallKeyServer();
        keys.Publish(installKey);
        keys.Map(app, InstallKeys);
        app.MapRest();
        app.MapPages();
        app.MapActions();
        app.MapAssets();
        return app;
    }

    private static void AddSite(IServiceCollection services, SandboxOptions options, DataFolder data, Uri siteAddress, Uri addonAddress, InstallKey installKey)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = WebhookTimeout };
        services.AddSingleton(installKey);
        services.AddSingleton(http);
        services.AddSingleton(new SiteAddress(siteAddress));
        services.AddSingleton(new DescriptorAddress(new Uri(addonAddress, "/atlassian-connect.json")));
        services.AddSingleton(s => LocalSite.Open(data.Site, s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new IssueJson(s.GetRequiredService<LocalSite>(), siteAddress));
        services.AddSingleton<AppKey>();
        services.AddSingleton<AppTokenVerifier>();
        services.AddSingleton<RestAuthentication>();
        services.AddSingleton<SiteTokens>();
        services.AddSingleton<AppFrames>();
        services.AddSingleton<OwnOrigin>();
        services.AddSingleton<StoryApi>();
        services.AddSingleton<PlayQuarter>();
        services.AddSingleton(s => new AppConnection(
            s.GetRequiredService<LocalSite>(), s.GetRequiredService<SiteTokens>(), s.GetRequiredService<SiteAddress>(), s.GetRequiredService<AppKey>(), http));
        services.AddSingleton(s => new WebhookQueue(
            s.GetRequiredService<LocalSite>(),
            s.GetRequiredService<AppConnection>(),
            s.GetRequiredService<SiteTokens>(),
            s.GetRequiredService<IssueJson>(),
            http,
            s.GetRequiredService<TimeProvider>(),
            options.FirstWebhookRetry));
        services.AddHostedService(s => s.GetRequiredService<WebhookQueue>());
    }

    private static async Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.RequestServices.GetRequiredService<OwnOrigin>().Accepts(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var appOrigin = context.RequestServices.GetRequiredService<AppConnection>().Descriptor?.BaseUrl.GetLeftPart(UriPartial.Authority) ?? "";
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'self'; img-src 'self' data: {appOrigin}; frame-src {(appOrigin.Length > 0 ? appOrigin : "'none'")}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        // Not "no-referrer": the site's own forms would come without their origin.
        headers["Referrer-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        await next(context);
    }
}
