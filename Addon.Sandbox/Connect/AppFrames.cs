using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Addon.Sandbox.LocalJira;

namespace Addon.Sandbox.Connect;

/// <summary>Makes the signed URLs of the add-on's iframes.</summary>
internal sealed partial class AppFrames(SiteTokens tokens, SiteAddress address)
{
    private static readonly Dictionary<string, string> None = [];

    private const string BridgeVersion = "1001.0.0-SNAPSHOT";

    /// <summary>A frame for a panel on an issue.</summary>
    public AppFrameModel OnIssue(AppDescriptor app, AppModule module, JiraIssue issue, JiraUser? user) => Make(app, module, user, issue, issue.Project, None);

    /// <summary>A frame for a page of a project.</summary>
    public AppFrameModel OnProject(AppDescriptor app, AppModule module, JiraProject project, JiraUser? user) => Make(app, module, user, null, project, None);

    /// <summary>A frame for a page of the site.</summary>
    /// <param name="app">The app.</param>
    /// <param name="module">The page.</param>
    /// <param name="user">Who looks.</param>
    /// <param name="own">The app's own parameters, by their names with <c>ac.</c>.</param>
    public AppFrameModel OnSite(AppDescriptor app, AppModule module, JiraUser? user, IReadOnlyDictionary<string, string> own) => Make(app, module, user, null, null, own);

    private AppFrameModel Make(
        AppDescriptor app, AppModule module, JiraUser? user, JiraIssue? issue, JiraProject? project, IReadOnlyDictionary<string, string> own)
    {
        var channel = $"{app.Key}__{module.Key}__{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
        var filled = Placeholder().Replace(module.Url, match => Uri.EscapeDataString(Value(match.Groups["name"].Value, issue, project, own)));
        (string Name, string Value)[] added =
        [
            ("xdm_e", address.Origin), ("xdm_c", channel), ("cp", ""), ("xdm_deprecated_addon_key_do_not_use", app.Key), ("lic", "none"), ("cv", BridgeVersion),
        ];
        var query = string.Join('&', added.Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}"));
        var url = app.Absolute($"{filled}{(filled.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}");
        var signed = $"{url.AbsoluteUri}&jwt={tokens.ForUrl("GET", url, app.BaseUrl, user?.AccountId)}";
        return new AppFrameModel(module, signed, channel, app.BaseUrl.GetLeftPart(UriPartial.Authority), issue, project);
    }

    /// <summary>An unknown placeholder becomes an empty value; it does not vanish.</summary>
    private static string Value(string name, JiraIssue? issue, JiraProject? project, IReadOnlyDictionary<string, string> own) => name switch
    {
        "issue.id" => issue is null ? "" : Number.Text(issue.Id),
        "issue.key" => issue?.Key ?? "",
        "issuetype.id" => issue is null ? "" : Number.Text(issue.TypeId),
        "project.id" => project is null ? "" : Number.Text(project.Id),
        "project.key" => project?.Key ?? "",
        _ => own.GetValueOrDefault(name, ""),
    };

    [GeneratedRegex(@"\{(?<name>[A-Za-z.]+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
