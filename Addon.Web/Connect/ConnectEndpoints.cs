namespace Addon.Web.Connect;

/// <summary>States at an endpoint or a group which token kind it takes.</summary>
internal static class ConnectEndpoints
{
    /// <summary>The policy of a token kind.</summary>
    public static string PolicyOf(ConnectTokenKind kind) => $"connect:{kind}";

    /// <summary>Only tokens of <paramref name="kind"/> come through.</summary>
    public static TBuilder RequireToken<TBuilder>(this TBuilder builder, ConnectTokenKind kind)
        where TBuilder : IEndpointConventionBuilder =>
        builder.RequireAuthorization(PolicyOf(kind)).WithMetadata(new TokenKindMetadata(kind));
}
