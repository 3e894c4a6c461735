using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Addon.Sandbox.LocalJira;
using Addon.Sandbox.Signing;

namespace Addon.Sandbox.Rest;

/// <summary>Checks the token that an app signs its REST calls with, as Jira does.</summary>
internal sealed class AppTokenVerifier(LocalSite site, AppKey app, TimeProvider clock)
{
    private static readonly TimeSpan LongestLife = TimeSpan.FromHours(1);

    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    /// <summary>Null when <paramref name="token"/> is the app's own for exactly this request; else why not.</summary>
    public string? Refuse(string token, string method, string target)
    {
        var parts = token.Split('.');
        if (parts.Length != 3 || !site.IsInstalled)
        {
            return "not a token of an installed app";
        }

        try
        {
            using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0]));
            if (header.RootElement.GetProperty("alg").GetString() is not "HS256")
            {
                return "the algorithm is not HS256";
            }

            var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(site.SharedSecret), Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"));
            if (!CryptographicOperations.FixedTimeEquals(expected, Base64Url.DecodeFromChars(parts[2])))
            {
                return "the signature does not fit";
            }

            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
            return RefuseClaims(claims.RootElement, method, target);
        }
        catch (Exception malformed) when (malformed is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            return "the token cannot be read";
        }
    }

    private string? RefuseClaims(JsonElement claims, string method, string target)
    {
        var now = clock.GetUtcNow();
        var issued = DateTimeOffset.FromUnixTimeSeconds(claims.GetProperty("iat").GetInt64());
        var expires = DateTimeOffset.FromUnixTimeSeconds(claims.GetProperty("exp").GetInt64());
        return !string.Equals(claims.GetProperty("iss").GetString(), app.Value, StringComparison.Ordinal) ? "the issuer is not the app"
            : expires <= now - Skew || issued > now + Skew ? "the token is not valid now"
            : expires - issued > LongestLife ? "the token lives too long"
            : !string.Equals(claims.GetProperty("qsh").GetString(), SandboxQueryHash.Of(method, target), StringComparison.Ordinal) ? "the query string hash does not fit"
            : null;
    }
}
