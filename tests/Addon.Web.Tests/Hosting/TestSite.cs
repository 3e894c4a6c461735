namespace Addon.Web.Tests.Hosting;

/// <summary>A site that has (or says it has) installed the app.</summary>
/// <param name="ClientKey">The site's client key.</param>
/// <param name="Secret">The secret that it shares with the app.</param>
/// <param name="BaseUrl">Where its REST API is: the stub.</param>
public sealed record TestSite(string ClientKey, string Secret, Uri BaseUrl)
{
    /// <summary>A site that nobody else has.</summary>
    public static TestSite New(Uri baseUrl) => new($"client-{Guid.NewGuid():N}", NewSecret(), baseUrl);

    /// <summary>The same site after it has got a new secret.</summary>
    public TestSite Rotated() => this with { Secret = NewSecret() };

    private static string NewSecret() => $"secret-{Guid.NewGuid():N}{Guid.NewGuid():N}";
}
