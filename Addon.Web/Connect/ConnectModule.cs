using System.Net;
using Addon.Web.Connect.Auth;
using Addon.Web.Connect.Descriptor;
using Addon.Web.Connect.Installations;
using Addon.Web.Connect.Lifecycle;
using Addon.Web.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using LifecycleCalls = Addon.Core.Installations.Lifecycle;

namespace Addon.Web.Connect;

internal static class ConnectModule
{
    /// <summary>The install handshake has to be answered within seconds, and there is a second server to ask.</summary>
    private static readonly TimeSpan InstallKeyTimeout = TimeSpan.FromSeconds(2);

    /// <summary>How routing names its endpoint for a method that no endpoint takes.</summary>
    private const string MethodRefusal = "405 HTTP Method Not Supported";

    private const int LargestInstallKey = 16 * 1024;

    public static WebApplicationBuilder AddConnect(this WebApplicationBuilder builder)
    {
        AddOptions(builder);
        AddSchemes(builder.Services);
        builder.Services.AddSingleton<InstallationDirectory>();
        builder.Services.AddSingleton<InstallKeys>();
        builder.Services.AddHttpClient(InstallKeys.ClientName, client =>
            {
                client.Timeout = InstallKeyTimeout;
                client.MaxResponseContentBufferSize = LargestInstallKey;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = DecompressionMethods.None,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .RemoveAllLoggers();
        builder.Services.AddSingleton<SiteUrls>();
        builder.Services.AddSingleton<LifecycleIntake>();
        builder.Services.AddSingleton<FrameHeaders>();
        builder.Services.AddSingleton<AddonDescriptor>();
        builder.Services.AddScoped<LifecycleCalls>();
        return builder;
    }

    /// <summary>What comes before everything else: the headers of every answer, and the base path that a proxy may have left on.</summary>
    public static WebApplication UseConnectEdge(this WebApplication app)
    {
        var headers = app.Services.GetRequiredService<FrameHeaders>();
        app.Use(headers.InvokeAsync);
        // A fragment never goes over the wire. The server would take it for a part of the query, which the hash in a token must then not leave out.
        app.Use((context, next) => context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Contains('#', StringComparison.Ordinal)
            ? Problems.Result(StatusCodes.Status400BadRequest, "request.malformed", "An address that is asked for has no '#'.").ExecuteAsync(context)
            : next(context));
        app.UsePathBase(app.Services.GetRequiredService<IOptions<AddonOptions>>().Value.BasePath);
        return app;
    }

    public static WebApplication UseConnect(this WebApplication app)
    {
        app.Use((context, next) => context.GetEndpoint() switch
        {
            null => Problems.Result(StatusCodes.Status404NotFound, "route.missing", "There is nothing at this address.").ExecuteAsync(context),
            RouteEndpoint => next(context),
            var refusal => RefuseAsync(context, refusal, next),
        });
        app.UseAuthentication();
        app.UseAuthorization();
        return app;
    }

    public static WebApplication MapConnect(this WebApplication app)
    {
        app.MapDescriptor();
        app.MapLifecycle();
        return app;
    }

    /// <summary>Compares the descriptor with what is mapped.</summary>
    /// <exception cref="InvalidDataException">They disagree; the message names the URL.</exception>
    public static void CheckDescriptor(this WebApplication app)
    {
        var links = DescriptorLink.Of(app.Services.GetRequiredService<AddonDescriptor>().Root);
        var endpoints = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).ToList();
        if (DescriptorCheck.FirstFault(links, endpoints, app.Environment.WebRootFileProvider) is { } fault)
        {
            throw new InvalidDataException(fault);
        }
    }

    /// <summary>
    /// Where an address is known and the method is not, routing puts an endpoint of its own in place of ours. It has no token kind, so the fallback policy would
    /// answer 401 and send the caller after the token. It runs nothing of the product: it says 405 and which methods there are.
    /// </summary>
    private static async Task RefuseAsync(HttpContext context, Endpoint refusal, RequestDelegate next)
    {
        if (refusal is not { Metadata.Count: 0, DisplayName: MethodRefusal, RequestDelegate: { } sayAllowed })
        {
            await next(context);
            return;
        }

        await sayAllowed(context);
        await Problems.Result(StatusCodes.Status405MethodNotAllowed, "request.method_not_allowed", "This address does not take this method.").ExecuteAsync(context);
    }

    private static void AddOptions(WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<AddonOptions>().Bind(builder.Configuration.GetSection(AddonOptions.Section)).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<AddonOptions>, AddonOptionsValidator>();
        builder.Services.AddOptions<ConnectOptions>()
            .Bind(builder.Configuration.GetSection(ConnectOptions.Section))
            .PostConfigure(options =>
            {
                FillIfEmpty(options.InstallKeyHosts, ConnectOptions.DefaultInstallKeyHosts);
                FillIfEmpty(options.AllowedSiteHosts, ConnectOptions.DefaultAllowedSiteHosts);
            })
            .ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<ConnectOptions>, ConnectOptionsValidator>();
    }

    private static void AddSchemes(IServiceCollection services)
    {
        var schemes = services.AddAuthentication(DenyingHandler.Name)
            .AddScheme<AuthenticationSchemeOptions, DenyingHandler>(DenyingHandler.Name, null)
            .AddScheme<AuthenticationSchemeOptions, LifecycleTokenHandler>(ConnectEndpoints.PolicyOf(ConnectTokenKind.Lifecycle), null)
            .AddScheme<AuthenticationSchemeOptions, PageTokenHandler>(ConnectEndpoints.PolicyOf(ConnectTokenKind.Page), null)
            .AddScheme<AuthenticationSchemeOptions, WebhookTokenHandler>(ConnectEndpoints.PolicyOf(ConnectTokenKind.Webhook), null)
            .AddScheme<AuthenticationSchemeOptions, SessionTokenHandler>(ConnectEndpoints.PolicyOf(ConnectTokenKind.Session), null);
        var authorization = schemes.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder(DenyingHandler.Name).RequireAssertion(_ => false).Build());
        foreach (var kind in Enum.GetValues<ConnectTokenKind>())
        {
            var scheme = ConnectEndpoints.PolicyOf(kind);
            authorization.AddPolicy(scheme, policy => policy.AddAuthenticationSchemes(scheme).RequireAuthenticatedUser());
        }
    }

    private static void FillIfEmpty(IList<string> values, IReadOnlyList<string> defaults)
    {
        if (values.Count > 0)
        {
            return;
        }

        foreach (var value in defaults)
        {
            values.Add(value);
        }
    }
}
