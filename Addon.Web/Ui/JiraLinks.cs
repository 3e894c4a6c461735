using Addon.Core.Common;
using Addon.Web.Connect;
using Microsoft.Extensions.Options;

namespace Addon.Web.Ui;

/// <summary>Addresses in the site that people see. They open outside of the iframe.</summary>
internal sealed class JiraLinks(IOptions<AddonOptions> addon)
{
    /// <summary>The project page's key in <c>atlassian-connect.json</c>.</summary>
    public const string ProjectPageModule = "project-key-results";

    /// <summary>The key result page's key in <c>atlassian-connect.json</c>.</summary>
    public const string KeyResultPageModule = "key-result";

    /// <summary>The issue.</summary>
    public static string Issue(Uri site, string issueKey) => $"{Root(site)}/browse/{Uri.EscapeDataString(issueKey)}";

    /// <summary>Our page in the project that an issue belongs to.</summary>
    public string KeyResultsOf(Uri site, string projectKey) =>
        $"{Root(site)}/projects/{Uri.EscapeDataString(projectKey)}?selectedItem=com.atlassian.plugins.atlassian-connect-plugin:{addon.Value.Key}__{ProjectPageModule}";

    /// <summary>A key result's own page.</summary>
    public string KeyResultPage(Uri site, KeyResultId keyResult) =>
        $"{Root(site)}/plugins/servlet/ac/{addon.Value.Key}/{KeyResultPageModule}?ac.keyResultId={keyResult.Value:D}";

    /// <summary>Where each key result of the site has its page.</summary>
    public Func<KeyResultId, string> KeyResultPages(Uri site) => keyResult => KeyResultPage(site, keyResult);

    private static string Root(Uri site) => site.AbsoluteUri.TrimEnd('/');
}
