namespace Addon.Sandbox.Connect;

/// <summary>Where the local site is.</summary>
/// <param name="Url">Its base URL.</param>
internal sealed record SiteAddress(Uri Url)
{
    /// <summary>Scheme, host and port.</summary>
    public string Origin => Url.GetLeftPart(UriPartial.Authority);
}
