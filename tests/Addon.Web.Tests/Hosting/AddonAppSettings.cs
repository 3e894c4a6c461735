using Microsoft.AspNetCore.Builder;

namespace Addon.Web.Tests.Hosting;

/// <summary>What a test may want different from the usual host.</summary>
public sealed class AddonAppSettings
{
    /// <summary>The public base URL: fictional, and https as in production.</summary>
    public string PublicBaseUrl { get; set; } = "https://straightline.example.test";

    /// <summary>Whether something in front of the host takes the base path off, as some proxies do.</summary>
    public bool ProxyStripsBasePath { get; set; }

    /// <summary>The clock; the real one when null.</summary>
    public TestClock? Clock { get; set; }

    /// <summary>The environment. The usual one is Development, because the stubs speak http on this machine.</summary>
    public string Environment { get; set; } = "Development";

    /// <summary>More configuration, or other values (<c>Connect:ClockSkewSeconds</c>).</summary>
    public Dictionary<string, string> Configuration { get; } = new(StringComparer.Ordinal);

    /// <summary>Changes to services.</summary>
    public Action<WebApplicationBuilder>? Services { get; set; }

    /// <summary>More endpoints.</summary>
    public Action<WebApplication>? Endpoints { get; set; }
}
