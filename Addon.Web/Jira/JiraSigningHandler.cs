using System.Net.Http.Headers;
using System.Text;
using Addon.Web.Connect.Auth;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Addon.Web.Jira;

/// <summary>Signs each attempt with a token of its own, bound to method, path and query. (Connect: authentication of an app's calls.)</summary>
internal sealed class JiraSigningHandler(TimeProvider clock) : DelegatingHandler
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(3);

    private static readonly JsonWebTokenHandler Tokens = new() { SetDefaultTimesOnTokenCreation = false };

    // Providers are not cached: they would keep secrets in a static cache after their site is gone.
    private static readonly CryptoProviderFactory Crypto = new() { CacheSignatureProviders = false };

    /// <exception cref="InvalidOperationException">The request has no site, or goes elsewhere than to its site.</exception>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var site = JiraSite.Of(request);
        if (request.RequestUri is not { } target || !IsBelow(site.BaseUrl, target))
        {
            throw new InvalidOperationException("A request to Jira must go to the site whose secret signs it.");
        }

        request.Headers.Authorization = new AuthenticationHeaderValue("JWT", CreateToken(site, request.Method.Method, target));
        return base.SendAsync(request, cancellationToken);
    }

    private static bool IsBelow(Uri site, Uri target) =>
        Uri.Compare(site, target, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0
        && string.IsNullOrEmpty(target.UserInfo)
        && target.AbsolutePath.StartsWith(site.AbsolutePath.TrimEnd('/') + "/", StringComparison.Ordinal);

    private string CreateToken(JiraSite site, string method, Uri target)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(site.Secret.Reveal())) { CryptoProviderFactory = Crypto };
        return Tokens.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = site.AppKey,
            IssuedAt = now,
            Expires = now + Lifetime,
            Claims = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["qsh"] = QueryStringHash.Compute(method, target.PathAndQuery, site.BaseUrl.AbsolutePath),
            },
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
        });
    }
}
