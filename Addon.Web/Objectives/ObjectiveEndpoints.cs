using Addon.Core.Common;
using Addon.Core.Objectives;
using Addon.Web.Connect;
using Addon.Web.Http;
using Addon.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Addon.Web.Objectives;

/// <summary>The part of the API that starts at an objective or the company.</summary>
internal static class ObjectiveEndpoints
{
    public static void MapObjectiveApi(this IEndpointRouteBuilder routes)
    {
        var objectives = routes.MapPageApi("Objectives");
        objectives.MapPost("/company/objectives", AddCompanyObjectiveAsync).WithName("AddCompanyObjective");
        objectives.MapPut("/objectives/{objectiveId}", EditObjectiveAsync).WithName("EditObjective");
    }

    /// <summary>The answer to an added objective.</summary>
    public static Created<ObjectiveResponse> Created(Objective objective) =>
        TypedResults.Created($"/api/v1/objectives/{objective.Id.Value}", ObjectiveResponse.Of(objective));

    private static async Task<Results<Created<ObjectiveResponse>, ProblemHttpResult>> AddCompanyObjectiveAsync(
        ObjectiveBody body, Caller caller, WriteObjective write, CancellationToken ct)
    {
        var added = await write.AddToCompanyAsync(caller.Tenant, caller.Person(), body.ToDraft(), ct);
        return added.Succeeded ? Created(added.Value) : Problems.From(added.Error);
    }

    private static async Task<Results<Ok<ObjectiveResponse>, ProblemHttpResult>> EditObjectiveAsync(
        Guid objectiveId, ObjectiveBody body, EditedVersion version, Caller caller, WriteObjective write, CancellationToken ct)
    {
        if (version.Missing is { } missing)
        {
            return missing;
        }

        var edited = await write.EditAsync(caller.Tenant, caller.Person(), new ObjectiveId(objectiveId), version.Value, body.ToDraft(), ct);
        return edited.Succeeded ? TypedResults.Ok(ObjectiveResponse.Of(edited.Value)) : Problems.From(edited.Error);
    }
}
