using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Addon.Web.Connect.Auth;

/// <summary>Checks a signature and nothing else: one algorithm, one key, both given by the scheme.</summary>
internal static class JwtSignature
{
    private static readonly JsonWebTokenHandler Handler = new();

    /// <summary>Whether <paramref name="key"/> signed the token with <paramref name="algorithm"/>.</summary>
    public static async ValueTask<bool> IsValidAsync(ConnectToken token, SecurityKey key, string algorithm)
    {
        var result = await Handler.ValidateTokenAsync(
            token.Raw,
            new TokenValidationParameters
            {
                IssuerSigningKey = key,
                ValidAlgorithms = [algorithm],
                RequireSignedTokens = true,
                // The claims are checked by the scheme, each kind with its own rules.
                RequireExpirationTime = false,
                ValidateLifetime = false,
                ValidateAudience = false,
                ValidateIssuer = false,
                LogValidationExceptions = false,
            });
        return result.IsValid;
    }
}
