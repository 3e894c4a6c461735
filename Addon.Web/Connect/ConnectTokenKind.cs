namespace Addon.Web.Connect;

/// <summary>
/// The four kinds of token that the platform sends. An endpoint takes exactly one; algorithm, key, source and what <c>qsh</c> has to hold are fixed by
/// the kind and never read from the token.
/// </summary>
public enum ConnectTokenKind
{
    /// <summary>Install and uninstall: RS256, the platform's install key named by <c>kid</c>, URL hash, Authorization header.</summary>
    Lifecycle,

    /// <summary>A page in an iframe: HS256, the site's shared secret, URL hash, <c>jwt</c> in the query.</summary>
    Page,

    /// <summary>A call of the platform's server (webhooks, enabled, disabled): HS256, the site's shared secret, URL hash, Authorization header.</summary>
    Webhook,

    /// <summary>A call of our own script: HS256, the site's shared secret, exactly <c>context-qsh</c>, Authorization header.</summary>
    Session,
}
