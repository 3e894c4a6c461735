using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Addon.Core.Common;
using Addon.Web.Connect.Installations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Addon.Web.Connect.Auth;

/// <summary>The kinds that a site signs with the secret which it shares with us (Connect: HS256).</summary>
internal abstract class SharedSecretTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    InstallationDirectory directory,
    IOptions<ConnectOptions> connect)
    : ConnectTokenHandler(options, loggers, encoder)
{
    /// <summary>What <c>qsh</c> has to hold.</summary>
    protected abstract string ExpectedQueryHash();

    /// <inheritdoc/>
    protected sealed override async ValueTask<TokenVerdict> VerifyAsync(ConnectToken token)
    {
        if (token.Algorithm != SecurityAlgorithms.HmacSha256)
        {
            return TokenVerdict.Refused(RefusalCause.Algorithm);
        }

        var site = await directory.FindByClientKeyAsync(token.Issuer, Context.RequestAborted);
        if (!await IsSignedByAsync(site, token)
            && (site = await directory.RereadAsync(token.Issuer, Context.RequestAborted) ?? site) is { } reread
            && !await IsSignedByAsync(reread, token))
        {
            return TokenVerdict.Refused(reread.Installation.IsActive ? RefusalCause.Signature : RefusalCause.SiteInactive, reread.Installation.Tenant);
        }

        if (site is null)
        {
            return TokenVerdict.Refused(RefusalCause.SiteUnknown);
        }

        if (TokenTimes.Fault(token, TimeProvider.GetUtcNow(), connect.Value.ClockSkew) is { } fault)
        {
            return TokenVerdict.Refused(fault, site.Installation.Tenant);
        }

        return IsEqual(token.QueryHash, ExpectedQueryHash())
            ? TokenVerdict.Accepted(site.Installation)
            : TokenVerdict.Refused(RefusalCause.QueryHash, site.Installation.Tenant);
    }

    /// <inheritdoc/>
    protected sealed override ClaimsIdentity Admit(ConnectToken token, TokenVerdict verdict)
    {
        var site = verdict.Site!;
        Context.Features.Set(new Caller(
            site.Tenant,
            token.Subject is null ? null : new AccountId(token.Subject),
            site.DisplayUrl,
            token.ShownIssue,
            token.ShownProject));
        Context.Features.Set(SiteOrigins.Of(site));
        return new ClaimsIdentity([new Claim("tenant", site.Tenant.ToString())], Scheme.Name);
    }

    private async ValueTask<bool> IsSignedByAsync(KnownSite? site, ConnectToken token)
    {
        if (site is null)
        {
            return false;
        }

        foreach (var key in site.KeysAt(TimeProvider.GetUtcNow()))
        {
            if (await JwtSignature.IsValidAsync(token, key, SecurityAlgorithms.HmacSha256))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsEqual(string? found, string expected) =>
        found is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(found), Encoding.UTF8.GetBytes(expected));
}
