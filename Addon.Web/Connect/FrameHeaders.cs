using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace Addon.Web.Connect;

/// <summary>The headers that keep a page inside the site that it belongs to, and everything else out of frames.</summary>
/// <remarks>
/// <c>X-Frame-Options</c> is never sent: it knows no list, so it could only blank the panel. <c>frame-ancestors</c> comes from the verified tenant's
/// row; until there is one (a refusal) it is the static list of allowed hosts.
/// </remarks>
internal sealed class FrameHeaders(IOptions<ConnectOptions> connect, IHostEnvironment environment)
{
    private const string NoFrame = "default-src 'none'; frame-ancestors 'none'";

    // Everything that a panel of ours has no use for.
    private const string Permissions = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()";

    private readonly string refusedPage = $"default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self' {StaticAncestors(connect.Value, environment)}";
    private readonly string pageStart = PageStart(connect.Value);
    private readonly bool strictTransport = !environment.IsDevelopment();

    /// <summary>Sets the headers when the answer starts, so that an error's answer has them too.</summary>
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(Apply, context);
        return next(context);
    }

    private Task Apply(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = Permissions;
        if (strictTransport)
        {
            headers.StrictTransportSecurity = "max-age=31536000"; // Of this host only: the operator's others are not ours to speak for.
        }

        // The handler of exceptions takes the endpoint away and keeps it here.
        var endpoint = context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        if (endpoint?.Metadata.GetMetadata<TokenKindMetadata>() is { } token)
        {
            headers.CacheControl = "no-store";
            headers.ContentSecurityPolicy = token.Kind == ConnectTokenKind.Page ? PolicyOfPage(context) : NoFrame;
        }
        else if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = NoFrame;
        }

        return Task.CompletedTask;
    }

    private string PolicyOfPage(HttpContext context) =>
        context.Response.StatusCode < StatusCodes.Status400BadRequest && context.Features.Get<SiteOrigins>() is { } site
            ? pageStart + site.Text
            : refusedPage;

    // style-src: the platform's theming puts its token style sheets into our page by script (Connect: theming).
    private static string PageStart(ConnectOptions options) =>
        $"default-src 'none'; script-src 'self' {new Uri(options.BridgeScriptUrl).GetLeftPart(UriPartial.Authority)}; style-src 'self' 'unsafe-inline'; "
        + "connect-src 'self'; img-src 'self' data: https:; font-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self' ";

    private static string StaticAncestors(ConnectOptions options, IHostEnvironment environment) => string.Join(
        ' ',
        options.AllowedSiteHosts.Select(host => environment.IsDevelopment() && SiteHostPattern.TryParse(host, out var pattern) && pattern.IsLocal
            ? $"http://{(host.Contains(':', StringComparison.Ordinal) ? host : host + ":*")}"
            : $"https://{host}"));
}
