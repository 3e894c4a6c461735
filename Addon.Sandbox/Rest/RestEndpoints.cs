using System.Text.Json.Nodes;
using Addon.Sandbox.LocalJira;
using Microsoft.AspNetCore.Http.Features;

namespace Addon.Sandbox.Rest;

/// <summary>The part of Jira's REST API, version 3, that the add-on calls.</summary>
internal static class RestEndpoints
{
    public static void MapRest(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/rest").AddEndpointFilterFactory((_, next) => async context =>
            await context.HttpContext.RequestServices.GetRequiredService<RestAuthentication>().InvokeAsync(context, next));
        api.MapPost("/api/3/permissions/check", PermissionCheckEndpoint.Check);
        api.MapGet("/api/3/issue/{idOrKey}", GetIssue);
        api.MapGet("/api/3/search/jql", SearchEndpoint.Get);
        api.MapPost("/api/3/search/jql", SearchEndpoint.Post);
        api.MapGet("/api/3/user", GetUser);
        api.MapGet("/api/3/user/bulk", ListUsers);
        api.MapGet("/api/3/user/assignable/search", FindAssignable);
        api.MapGet("/api/3/user/search", FindUsers);
        api.MapGet("/api/3/myself", Myself);
        api.MapGet("/api/3/project/search", FindProjects);
        api.MapGet("/api/3/project/{idOrKey}", GetProject);
        api.Map("/{**path}", (HttpContext context) => RestAnswers.Error(StatusCodes.Status404NotFound, $"null for uri: {context.Request.Path}"));
    }

    private static IResult GetIssue(string idOrKey, HttpContext context, LocalSite site, IssueJson json) =>
        site.Find(idOrKey) is { } issue && Caller(context).Sees(issue)
            ? Results.Json(FieldSelection.Read(context.Request.Query["fields"], "*all").Apply(json.Issue(issue)))
            : RestAnswers.NoSuchIssue();

    private static IResult GetUser(string? accountId, HttpContext context, IssueJson json) =>
        Caller(context).User is null ? NotLoggedIn()
        : JiraUser.Find(accountId) is { } user ? Results.Json(json.User(user))
        : RestAnswers.Error(StatusCodes.Status404NotFound, "Specified user does not exist or you do not have required permissions");

    private static IResult ListUsers(HttpContext context, IssueJson json, int? startAt, int? maxResults)
    {
        if (Caller(context).User is null)
        {
            return NotLoggedIn();
        }

        string?[] ids = [.. context.Request.Query["accountId"]];
        if (ids.Length == 0)
        {
            return RestAnswers.Error(StatusCodes.Status400BadRequest, "Provide at least one account id.");
        }

        var found = ids.Select(JiraUser.Find).OfType<JiraUser>().Distinct().ToList();
        var (skip, most) = (Math.Max(0, startAt ?? 0), Math.Clamp(maxResults ?? 10, 1, 200));
        return Results.Json(new JsonObject
        {
            ["maxResults"] = most,
            ["startAt"] = skip,
            ["total"] = found.Count,
            ["isLast"] = skip + most >= found.Count,
            ["values"] = new JsonArray([.. found.Skip(skip).Take(most).Select(u => json.User(u))]),
        });
    }

    private static IResult FindAssignable(HttpContext context, LocalSite site, IssueJson json, string? query, string? project, string? issueKey, string? issueId, int? maxResults)
    {
        if (Caller(context).User is null)
        {
            return NotLoggedIn();
        }

        var wanted = project is not null ? JiraProject.Find(project) : site.Find(issueKey ?? issueId)?.Project;
        if (wanted is null)
        {
            return project is null && issueKey is null && issueId is null
                ? RestAnswers.Error(StatusCodes.Status400BadRequest, "Either a project or an issue has to be given.")
                : RestAnswers.NoSuchProject(project ?? issueKey ?? issueId!);
        }

        var found = JiraUser.People.Where(u =>
            Permissions.Allows(u, wanted, Permissions.Edit) && u.DisplayName.Contains(query ?? "", StringComparison.OrdinalIgnoreCase));
        return Results.Json(new JsonArray([.. found.Take(Math.Clamp(maxResults ?? 50, 1, 1000)).Select(u => json.User(u))]));
    }

    private static IResult Myself(HttpContext context, IssueJson json) =>
        Caller(context).User is { } user ? Results.Json(json.User(user)) : NotLoggedIn();

    private static IResult GetProject(string idOrKey, HttpContext context, IssueJson json) =>
        JiraProject.Find(idOrKey) is { } project && Permissions.Allows(Caller(context).User, project, Permissions.Browse)
            ? Results.Json(json.Project(project))
            : RestAnswers.NoSuchProject(idOrKey);

    private static IResult FindUsers(HttpContext context, IssueJson json, string? query, int? maxResults) => Caller(context).User is null
        ? NotLoggedIn()
        : Results.Json(new JsonArray(
        [
            .. JiraUser.People.Where(u => u.DisplayName.Contains(query ?? "", StringComparison.OrdinalIgnoreCase))
                .Take(Math.Clamp(maxResults ?? 50, 1, 1000)).Select(u => json.User(u)),
        ]));

    private static IResult FindProjects(HttpContext context, IssueJson json, int? startAt, int? maxResults)
    {
        var found = JiraProject.All.Where(p => Permissions.Allows(Caller(context).User, p, Permissions.Browse)).ToList();
        var (skip, most) = (Math.Max(0, startAt ?? 0), Math.Clamp(maxResults ?? 50, 1, 100));
        return Results.Json(new JsonObject
        {
            ["maxResults"] = most,
            ["startAt"] = skip,
            ["total"] = found.Count,
            ["isLast"] = skip + most >= found.Count,
            ["values"] = new JsonArray([.. found.Skip(skip).Take(most).Select(p => json.Project(p))]),
        });
    }

    private static RestCaller Caller(HttpContext context) => context.Features.GetRequiredFeature<RestCaller>();

    private static IResult NotLoggedIn() =>
        RestAnswers.Error(StatusCodes.Status401Unauthorized, "Client must be authenticated to access this resource.");
}
