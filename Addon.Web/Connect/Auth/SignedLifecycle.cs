using System.Buffers.Text;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Addon.Web.Connect.Auth;

/// <summary>What the token of a lifecycle call proves. The body has to name the same site.</summary>
/// <param name="ClientKey">The token's <c>iss</c>.</param>
/// <param name="IssuedAt">The token's <c>iat</c>: the order of lifecycle calls.</param>
/// <param name="SignedText">What the signature signs: header and payload. Not the signature, which can be spelled in several ways.</param>
internal sealed record SignedLifecycle(string ClientKey, DateTimeOffset IssuedAt, string SignedText)
{
    private const int CallIdBytes = 16;

    /// <summary>Tells the same call come again from another one: two calls of one second may carry the same token, and then differ in what they bring.</summary>
    public string CallIdOf(JsonElement body)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{SignedText}\n{body.GetRawText()}"));
        return Base64Url.EncodeToString(hash.AsSpan(0, CallIdBytes));
    }

    /// <summary>Binds an endpoint's parameter.</summary>
    public static ValueTask<SignedLifecycle?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult<SignedLifecycle?>(context.Features.Get<SignedLifecycle>()
            ?? throw new InvalidOperationException($"{context.Request.Path} takes no lifecycle tokens."));
}
