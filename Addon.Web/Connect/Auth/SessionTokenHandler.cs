using System.Text.Encodings.Web;
using Addon.Web.Connect.Installations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Addon.Web.Connect.Auth;

/// <summary>A call of our own script: the token that the page around it handed out, bound to no URL (Connect: context-qsh).</summary>
internal sealed class SessionTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    InstallationDirectory directory,
    IOptions<ConnectOptions> connect)
    : SharedSecretTokenHandler(options, loggers, encoder, directory, connect)
{
    protected override ConnectTokenKind Kind => ConnectTokenKind.Session;

    protected override string? ReadToken(out string token) => ReadHeader(out token);

    protected override string ExpectedQueryHash() => QueryStringHash.OfContext;
}
