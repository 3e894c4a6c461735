using System.Security.Claims;
using System.Text.Encodings.Web;
using Addon.Web.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Addon.Web.Connect.Auth;

/// <summary>What the schemes share: the answer to a refusal, and the log line that alone names its cause.</summary>
/// <remarks>There is deliberately no shared "validate any token": where the token stands, its algorithm, its key and its hash are each scheme's own.</remarks>
internal abstract partial class ConnectTokenHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    private const string HeaderScheme = "JWT ";

    private bool keyUnavailable;

    /// <summary>The kind that the scheme takes.</summary>
    protected abstract ConnectTokenKind Kind { get; }

    /// <summary>The raw request target: ASP.NET's path is decoded, and the hash is made from what was sent.</summary>
    protected string RawTarget => Context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

    /// <summary>Finds the token where the kind has it.</summary>
    /// <returns>The refusal's cause, or null when <paramref name="token"/> is one.</returns>
    protected abstract string? ReadToken(out string token);

    /// <summary>Checks the token.</summary>
    protected abstract ValueTask<TokenVerdict> VerifyAsync(ConnectToken token);

    /// <summary>Leaves what the endpoint may know of the caller.</summary>
    protected abstract ClaimsIdentity Admit(ConnectToken token, TokenVerdict verdict);

    /// <inheritdoc/>
    protected sealed override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (ReadToken(out var raw) is { } unread)
        {
            return Refuse(TokenVerdict.Refused(unread));
        }

        if (!ConnectToken.TryParse(raw, out var token))
        {
            return Refuse(TokenVerdict.Refused(RefusalCause.Malformed));
        }

        var verdict = await VerifyAsync(token);
        if (verdict.Cause is not null)
        {
            return Refuse(verdict);
        }

        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(Admit(token, verdict)), Scheme.Name));
    }

    /// <inheritdoc/>
    protected sealed override Task HandleChallengeAsync(AuthenticationProperties properties) => keyUnavailable
        ? Problems.Result(StatusCodes.Status503ServiceUnavailable, "install_key.unavailable", "The platform's install key cannot be read right now. Try again.").ExecuteAsync(Context)
        : AuthenticationProblem.WriteAsync(Context);

    /// <inheritdoc/>
    protected sealed override Task HandleForbiddenAsync(AuthenticationProperties properties) => HandleChallengeAsync(properties);

    /// <summary>The token of the Authorization header, which must be there once.</summary>
    protected string? ReadHeader(out string token)
    {
        token = "";
        var values = Request.Headers.Authorization;
        if (values.Count > 1)
        {
            return RefusalCause.TokenRepeated;
        }

        var header = values.ToString();
        if (!header.StartsWith(HeaderScheme, StringComparison.OrdinalIgnoreCase))
        {
            return RefusalCause.TokenMissing;
        }

        token = header[HeaderScheme.Length..].Trim();
        return null;
    }

    private AuthenticateResult Refuse(TokenVerdict verdict)
    {
        keyUnavailable = verdict.Cause == RefusalCause.KeyUnavailable;
        Log.Refused(Logger, Kind, verdict.Cause!, verdict.Tenant?.Value);
        return AuthenticateResult.Fail(verdict.Cause!);
    }

    private static partial class Log
    {
        [LoggerMessage(100, LogLevel.Information, "Refused a {Kind} token: {Cause} (tenant {TenantId}).")]
        public static partial void Refused(ILogger logger, ConnectTokenKind kind, string cause, Guid? tenantId);
    }
}
