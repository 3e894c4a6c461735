using Addon.Core.Common;
using Addon.Core.Jira;
using Addon.Core.KeyResults;
using Addon.Core.Objectives;
using Addon.Core.ProjectPage;
using Addon.Web.Connect;
using Addon.Web.Http;
using Addon.Web.KeyResults;
using Addon.Web.Objectives;
using Addon.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Addon.Web.ProjectPage;

/// <summary>The part of the API that starts at a project.</summary>
internal static class ProjectEndpoints
{
    public static void MapProjectApi(this IEndpointRouteBuilder routes)
    {
        var project = routes.MapPageApi("Projects").MapGroup("/projects/{projectId}");
        project.MapGet("/panel", ShowPanelAsync).WithName("GetProjectPanel");
        project.MapGet("/permissions", GetPermissionsAsync).WithName("GetProjectPermissions");
        project.MapGet("/key-results/{keyResultId}/issues", ListIssuesAsync).WithName("ListLinkedIssues");
        project.MapPost("/objectives", AddObjectiveAsync).WithName("AddTeamObjective");
    }

    private static async Task<Results<RazorComponentResult<ProjectPanelView>, ProblemHttpResult>> ShowPanelAsync(
        long projectId, Caller caller, BrowseAccess access, IProjectPanelReader panels, JiraLinks links, CancellationToken ct)
    {
        var project = new ProjectId(projectId);
        if (await access.CheckAsync(caller, project, ct) is { } refusal)
        {
            return Problems.From(refusal);
        }

        return new RazorComponentResult<ProjectPanelView>(new
        {
            Panel = await panels.ReadAsync(caller.Tenant, project, ct),
            AddressOf = links.KeyResultPages(caller.DisplayUrl),
        });
    }

    private static async Task<Results<RazorComponentResult<LinkedIssuesView>, ProblemHttpResult>> ListIssuesAsync(
        long projectId, Guid keyResultId, int? after, Caller caller, BrowseAccess access, ListLinkedIssues list, CancellationToken ct)
    {
        var project = new ProjectId(projectId);
        if (await access.CheckAsync(caller, project, ct) is { } refusal)
        {
            return Problems.From(refusal);
        }

        var linked = await list.ListAsync(caller.Tenant, caller.Person(), project, new KeyResultId(keyResultId), Math.Max(0, after ?? 0), ct);
        return linked.Succeeded ? new RazorComponentResult<LinkedIssuesView>(new { Linked = linked.Value, Site = caller.DisplayUrl }) : Problems.From(linked.Error);
    }

    private static async Task<Results<Ok<ProjectPermissionsResponse>, ProblemHttpResult>> GetPermissionsAsync(
        long projectId, Caller caller, IJiraPermissions permissions, CancellationToken ct)
    {
        var team = await permissions.AllowsAsync(caller.Tenant, caller.Person(), JiraPermission.AdministerProject, new ProjectId(projectId), ct);
        if (!team.Succeeded)
        {
            return Problems.From(team.Error);
        }

        var company = await permissions.AllowsAsync(caller.Tenant, caller.Person(), JiraPermission.AdministerJira, ct);
        return company.Succeeded ? TypedResults.Ok(new ProjectPermissionsResponse(team.Value, company.Value)) : Problems.From(company.Error);
    }

    private static async Task<Results<Versioned<ObjectiveResponse>, ProblemHttpResult>> AddObjectiveAsync(
        long projectId, ObjectiveBody body, Caller caller, WriteObjective write, CancellationToken ct)
    {
        var project = new ProjectId(projectId);
        var name = body.TeamNameFor(project);
        if (!name.Succeeded)
        {
            return Problems.From(await write.CheckAsync(caller.Tenant, caller.Person(), project, ct) ?? name.Error);
        }

        var added = await write.AddToProjectAsync(caller.Tenant, caller.Person(), project, name.Value, body.Cycle, body.ToDraft(), ct);
        return added.Succeeded ? ObjectiveEndpoints.Created(added.Value) : Problems.From(added.Error);
    }
}
