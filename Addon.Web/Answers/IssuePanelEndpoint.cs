using System.Text.RegularExpressions;
using Addon.Core.Answers;
using Addon.Core.Common;
using Addon.Web.Connect;
using Addon.Web.Http;
using Addon.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Addon.Web.Answers;

/// <summary>The page in the issue view. One database round trip and no call to Jira, so that it can be read while Jira is slow or down.</summary>
internal static partial class IssuePanelEndpoint
{
    public static void MapIssuePanelPage(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/connect/issue-panel", ShowAsync).WithName("ShowIssuePanel").WithTags("Pages").RequireToken(ConnectTokenKind.Page);

    /// <summary>Whether <paramref name="key"/> has the form of an issue key; anything else is not worth showing.</summary>
    public static bool IsIssueKey(string key) => key.Length <= 80 && IssueKey().IsMatch(key);

    /// <summary>The project's part of an issue key.</summary>
    public static string ProjectOf(string issueKey) => issueKey[..issueKey.LastIndexOf('-')];

    private static async Task<Results<RazorComponentResult<IssuePanelPage>, ProblemHttpResult>> ShowAsync(
        long issueId, string issueKey, long projectId, Caller caller, IIssuePanelReader panels, JiraLinks links, CancellationToken ct)
    {
        if (!IsIssueKey(issueKey))
        {
            return Problems.Result(StatusCodes.Status400BadRequest, "page.issue_key_invalid", "That is not an issue key.");
        }

        // Anonymous people are told to log in; not even a title of ours reaches them.
        var panel = caller.Account is null ? null : await panels.ReadAsync(caller.Tenant, new IssueId(issueId), new ProjectId(projectId), ct);
        return new RazorComponentResult<IssuePanelPage>(new
        {
            Panel = panel,
            IssueKey = issueKey,
            KeyResultsUrl = links.KeyResultsOf(caller.DisplayUrl, ProjectOf(issueKey)),
        });
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_]*-[0-9]+\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex IssueKey();
}
