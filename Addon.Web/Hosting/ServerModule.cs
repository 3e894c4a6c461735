namespace Addon.Web.Hosting;

/// <summary>How the server listens and what it takes at most.</summary>
internal static class ServerModule
{
    /// <summary>The largest body where an endpoint does not say otherwise.</summary>
    private const int LargestBody = 64 * 1024;

    // A page's URL holds a token of up to 8 KB besides its parameters.
    private const int LongestRequestLine = 16 * 1024;

    private const int MostConnections = 10_000;

    private static readonly string[] ListenKeys = ["urls", "http_ports", "https_ports"];

    public static WebApplicationBuilder AddServer(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Limits.MaxRequestLineSize = LongestRequestLine;
            kestrel.Limits.MaxConcurrentConnections = MostConnections;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        if (builder.Environment.IsDevelopment() && ListensNowhere(builder.Configuration) && LocalAddress(builder.Configuration) is { } address)
        {
            builder.WebHost.UseUrls(address);
        }

        // What stops the start is told once, on one line, by the caller; the hosting layers would tell it again with a stack trace.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", level => level is >= LogLevel.Warning and < LogLevel.Critical);

        // The framework's line per request holds the query, and a page's query holds a token: not even a low log level may bring it out.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        return builder;
    }

    private static bool ListensNowhere(ConfigurationManager configuration) =>
        Array.TrueForAll(ListenKeys, key => string.IsNullOrEmpty(configuration[key])) && !configuration.GetSection("Kestrel:Endpoints").GetChildren().Any();

    private static string? LocalAddress(ConfigurationManager configuration) =>
        Uri.TryCreate(configuration["Addon:PublicBaseUrl"], UriKind.Absolute, out var url) && url is { IsLoopback: true, Scheme: "http" }
            ? url.GetLeftPart(UriPartial.Authority)
            : null;
}
