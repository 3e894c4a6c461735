using System.Text.RegularExpressions;
using Addon.Core.Common;
using Addon.Core.ProjectPage;
using Addon.Web.Connect;
using Addon.Web.Http;
using Addon.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Addon.Web.ProjectPage;

/// <summary>The project's page. One database round trip and no call to Jira.</summary>
internal static partial class ProjectPanelEndpoint
{
    public static void MapProjectPanelPage(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/connect/project-key-results", ShowAsync).WithName("ShowProjectPanel").WithTags("Pages").RequireToken(ConnectTokenKind.Page);

    private static async Task<Results<RazorComponentResult<ProjectPanelPage>, ProblemHttpResult>> ShowAsync(
        long projectId, string projectKey, Caller caller, IProjectPanelReader panels, JiraLinks links, CancellationToken ct)
    {
        if (!ProjectKey().IsMatch(projectKey))
        {
            return Problems.Result(StatusCodes.Status400BadRequest, "page.project_key_invalid", "That is not a project key.");
        }

        var panel = caller.Account is null ? null : await panels.ReadAsync(caller.Tenant, new ProjectId(projectId), ct);
        return new RazorComponentResult<ProjectPanelPage>(new
        {
            Panel = panel,
            Project = new ProjectId(projectId),
            ProjectKey = projectKey,
            Person = caller.Account?.Value ?? "",
            AddressOf = links.KeyResultPages(caller.DisplayUrl),
        });
    }

    // Wider than Jira's own rule, which each site may change: it keeps out what is no key at all.
    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,255}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex ProjectKey();
}
