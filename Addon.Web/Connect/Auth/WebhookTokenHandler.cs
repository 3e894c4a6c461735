using System.Text.Encodings.Web;
using Addon.Web.Connect.Installations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Addon.Web.Connect.Auth;

/// <summary>A call of the platform's server: the token stands in the header and is bound to the URL, not to the body.</summary>
internal sealed class WebhookTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    InstallationDirectory directory,
    IOptions<ConnectOptions> connect,
    IOptions<AddonOptions> addon)
    : SharedSecretTokenHandler(options, loggers, encoder, directory, connect)
{
    protected override ConnectTokenKind Kind => ConnectTokenKind.Webhook;

    protected override string? ReadToken(out string token) => ReadHeader(out token);

    protected override string ExpectedQueryHash() => QueryStringHash.Compute(Request.Method, RawTarget, addon.Value.BasePath);
}
