using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Addon.Web.Connect.Auth;

/// <summary>Install and uninstall: signed by the platform with a key of its key servers (Connect: signed-install).</summary>
/// <remarks>The key is fetched last: a token that is refused anyway makes us call nobody.</remarks>
internal sealed class LifecycleTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    InstallKeys keys,
    IOptions<ConnectOptions> connect,
    IOptions<AddonOptions> addon)
    : ConnectTokenHandler(options, loggers, encoder)
{
    protected override ConnectTokenKind Kind => ConnectTokenKind.Lifecycle;

    protected override string? ReadToken(out string token) => ReadHeader(out token);

    protected override async ValueTask<TokenVerdict> VerifyAsync(ConnectToken token)
    {
        if (FaultBeforeKey(token) is { } fault)
        {
            return TokenVerdict.Refused(fault);
        }

        var (status, key) = await keys.FindAsync(token.KeyId!, Context.RequestAborted);
        return status switch
        {
            InstallKeyStatus.Found when await JwtSignature.IsValidAsync(token, key!, SecurityAlgorithms.RsaSha256) => TokenVerdict.Accepted(),
            InstallKeyStatus.Found => TokenVerdict.Refused(RefusalCause.Signature),
            InstallKeyStatus.Unknown => TokenVerdict.Refused(RefusalCause.KeyUnknown),
            _ => TokenVerdict.Refused(RefusalCause.KeyUnavailable),
        };
    }

    protected override ClaimsIdentity Admit(ConnectToken token, TokenVerdict verdict)
    {
        Context.Features.Set(new SignedLifecycle(token.Issuer, token.IssuedAt!.Value, token.Raw[..token.Raw.LastIndexOf('.')]));
        return new ClaimsIdentity(Scheme.Name);
    }

    private string? FaultBeforeKey(ConnectToken token)
    {
        if (token.Algorithm != SecurityAlgorithms.RsaSha256)
        {
            return RefusalCause.Algorithm;
        }

        if (token.KeyId is null)
        {
            return RefusalCause.KeyIdMissing;
        }

        if (!InstallKeys.IsKeyId(token.KeyId))
        {
            return RefusalCause.KeyIdForm;
        }

        if (TokenTimes.Fault(token, TimeProvider.GetUtcNow(), connect.Value.ClockSkew) is { } fault)
        {
            return fault;
        }

        if (!token.Audiences.Any(audience => audience.TrimEnd('/') == addon.Value.BaseUrl))
        {
            return RefusalCause.Audience;
        }

        return token.QueryHash == QueryStringHash.Compute(Request.Method, RawTarget, addon.Value.BasePath) ? null : RefusalCause.QueryHash;
    }
}
