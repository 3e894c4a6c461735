using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Addon.Sandbox.LocalJira;
using Microsoft.AspNetCore.Http.Features;

namespace Addon.Sandbox.Rest;

/// <summary><c>POST /rest/api/3/permissions/check</c>: lists only what is granted.</summary>
internal static class PermissionCheckEndpoint
{
    public static IResult Check(Request body, LocalSite site, HttpContext context)
    {
        var caller = context.Features.GetRequiredFeature<RestCaller>().User;
        if (body.AccountId is not null && body.AccountId != caller?.AccountId && caller != JiraUser.Admin && caller != JiraUser.App)
        {
            return RestAnswers.Error(StatusCodes.Status403Forbidden, "You are not allowed to query another user's permissions.");
        }

        string[] unknown =
        [
            .. (body.GlobalPermissions ?? []).Where(p => !Permissions.GlobalKeys.Contains(p)),
            .. (body.ProjectPermissions ?? []).SelectMany(p => p.Permissions ?? []).Where(p => !Permissions.ProjectKeys.Contains(p)),
        ];
        if (unknown.Length > 0)
        {
            return RestAnswers.Error(StatusCodes.Status400BadRequest, $"Unrecognized permission: {unknown[0]}");
        }

        // An account that is not known has no rights; it is no error.
        var subject = body.AccountId is null ? caller : JiraUser.Find(body.AccountId);
        var isKnown = body.AccountId is null || subject is not null;
        return Results.Json(new JsonObject
        {
            ["globalPermissions"] = Strings((body.GlobalPermissions ?? []).Where(p => isKnown && Permissions.AllowsGlobally(subject, p))),
            ["projectPermissions"] = new JsonArray([.. (body.ProjectPermissions ?? []).SelectMany(p => isKnown ? Grants(p, subject, site) : [])]),
        });
    }

    private static IEnumerable<JsonObject> Grants(ProjectPermissionsRequest asked, JiraUser? subject, LocalSite site)
    {
        foreach (var permission in asked.Permissions ?? [])
        {
            var projects = (asked.Projects ?? []).Where(id => JiraProject.All.Any(p => p.Id == id && Permissions.Allows(subject, p, permission)));
            var issues = (asked.Issues ?? []).Where(id => site.Find(id) is { } issue && Permissions.Allows(subject, issue.Project, permission));
            yield return new JsonObject { ["permission"] = permission, ["projects"] = Numbers(projects), ["issues"] = Numbers(issues) };
        }
    }

    private static JsonArray Numbers(IEnumerable<long> ids) => new([.. ids.Select(id => JsonValue.Create(id))]);

    private static JsonArray Strings(IEnumerable<string> names) => new([.. names.Select(name => JsonValue.Create(name))]);

    internal sealed record Request(
        string? AccountId,
        IReadOnlyList<string>? GlobalPermissions,
        IReadOnlyList<ProjectPermissionsRequest>? ProjectPermissions);

    // Numbers only, as the OpenAPI document says: an app that sends "10001" in quotes should learn it here.
    [JsonNumberHandling(JsonNumberHandling.Strict)]
    internal sealed record ProjectPermissionsRequest(
        IReadOnlyList<string>? Permissions,
        IReadOnlyList<long>? Projects,
        IReadOnlyList<long>? Issues);
}
