namespace Addon.Web.Connect;

/// <summary>What the Connect edge trusts.</summary>
internal sealed class ConnectOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Connect";

    /// <summary>The key servers when none are configured.</summary>
    /// <remarks>
    /// The vendor's own framework asks the ASAP host first and keeps the documented host as the second; so do we, because the older host may be
    /// switched off and a kid that one of them does not know is simply asked from the next.
    /// </remarks>
    public static readonly IReadOnlyList<string> DefaultInstallKeyHosts =
    [
        "https://asap-distribution.us-west-2.prod.atl-asap.net",
        "https://connect-install-keys.atlassian.com",
    ];

    /// <summary>The site hosts when none are configured.</summary>
    public static readonly IReadOnlyList<string> DefaultAllowedSiteHosts = ["*.atlassian.net", "*.jira.com"];

    /// <summary>Base URLs of the servers that hold the platform's install keys, asked in order.</summary>
    /// <remarks>Empty until bound; the defaults come after binding, because the binder appends to a list that has entries.</remarks>
    public IList<string> InstallKeyHosts { get; } = [];

    /// <summary>Patterns of the hosts that a site may have; outgoing calls go nowhere else. <c>*</c> stands for exactly one label.</summary>
    public IList<string> AllowedSiteHosts { get; } = [];

    /// <summary>How far the platform's clock and ours may differ.</summary>
    public int ClockSkewSeconds { get; set; } = 30;

    /// <summary>The script that connects our pages with the page around them.</summary>
    public string BridgeScriptUrl { get; set; } = "https://connect-cdn.atl-paas.net/all.js";

    /// <summary><see cref="ClockSkewSeconds"/> as a time span.</summary>
    public TimeSpan ClockSkew => TimeSpan.FromSeconds(ClockSkewSeconds);
}
