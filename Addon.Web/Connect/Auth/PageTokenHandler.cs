using System.Text.Encodings.Web;
using Addon.Web.Connect.Installations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Addon.Web.Connect.Auth;

/// <summary>A page in an iframe: the token stands in the query, once, and is bound to that very URL. A header counts for nothing here.</summary>
internal sealed class PageTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    InstallationDirectory directory,
    IOptions<ConnectOptions> connect,
    IOptions<AddonOptions> addon)
    : SharedSecretTokenHandler(options, loggers, encoder, directory, connect)
{
    protected override ConnectTokenKind Kind => ConnectTokenKind.Page;

    protected override string? ReadToken(out string token)
    {
        token = "";
        var found = RawQuery.Parse(RawQuery.Of(RawTarget)).FindAll(p => p.Name == "jwt");
        if (found is not [var (_, value)])
        {
            return found.Count == 0 ? RefusalCause.TokenMissing : RefusalCause.TokenRepeated;
        }

        token = value;
        return null;
    }

    protected override string ExpectedQueryHash() => QueryStringHash.Compute(Request.Method, RawTarget, addon.Value.BasePath);
}
