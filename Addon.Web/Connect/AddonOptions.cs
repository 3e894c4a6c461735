namespace Addon.Web.Connect;

/// <summary>Who the app is and where the platform reaches it.</summary>
internal sealed class AddonOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Addon";

    /// <summary>The app key; the <c>key</c> of the descriptor and the <c>iss</c> of our own tokens.</summary>
    public string Key { get; set; } = "straightline";

    /// <summary>Where the platform reaches us. Never derived from a request: a proxy can hide scheme and host, and the token's audience is this very text.</summary>
    public string PublicBaseUrl { get; set; } = "";

    /// <summary><see cref="PublicBaseUrl"/> without a trailing slash.</summary>
    public string BaseUrl => PublicBaseUrl.TrimEnd('/');

    /// <summary>The path part of <see cref="PublicBaseUrl"/>: empty, or <c>/like/this</c>.</summary>
    public string BasePath => new Uri(PublicBaseUrl).AbsolutePath.TrimEnd('/');
}
