using Addon.Core.Installations;

namespace Addon.Web.Connect;

/// <summary>The origins that may frame a page: those of the verified site and no others.</summary>
/// <param name="Text">The origins, as a content security policy lists them.</param>
internal sealed record SiteOrigins(string Text)
{
    /// <summary>The site's own address and, when it has one, its custom domain: Jira frames us from the latter (CDAC 80940).</summary>
    public static SiteOrigins Of(Installation site)
    {
        var origin = site.BaseUrl.GetLeftPart(UriPartial.Authority);
        var display = site.DisplayUrl.GetLeftPart(UriPartial.Authority);
        return new SiteOrigins(origin == display ? origin : $"{origin} {display}");
    }
}
