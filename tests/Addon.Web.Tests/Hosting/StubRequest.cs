namespace Addon.Web.Tests.Hosting;

/// <summary>A request that the stub has seen.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">The raw request target.</param>
/// <param name="Authorization">The Authorization header, or null.</param>
/// <param name="Body">The body as text.</param>
public sealed record StubRequest(string Method, string Target, string? Authorization, string Body)
{
    /// <summary>The target without its query.</summary>
    public string Path => Target.Split('?')[0];
}
