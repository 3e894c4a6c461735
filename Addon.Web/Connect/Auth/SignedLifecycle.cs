using System.Reflection;

namespace Addon.Web.Connect.Auth;

/// <summary>What the token of a lifecycle call proves. The body has to name the same site.</summary>
/// <param name="ClientKey">The token's <c>iss</c>.</param>
/// <param name="IssuedAt">The token's <c>iat</c>: the order of lifecycle calls.</param>
internal sealed record SignedLifecycle(string ClientKey, DateTimeOffset IssuedAt)
{
    /// <summary>Binds an endpoint's parameter.</summary>
    public static ValueTask<SignedLifecycle?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult<SignedLifecycle?>(context.Features.Get<SignedLifecycle>()
            ?? throw new InvalidOperationException($"{context.Request.Path} takes no lifecycle tokens."));
}
