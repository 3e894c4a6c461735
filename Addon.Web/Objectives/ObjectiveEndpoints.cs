using System.Globalization;
using Addon.Core.Common;
using Addon.Core.Objectives;
using Addon.Web.Connect;
using Addon.Web.Http;
using Addon.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Addon.Web.Objectives;

/// <summary>The part of the API that starts at an objective, a scope or the company.</summary>
internal static class ObjectiveEndpoints
{
    public static void MapObjectiveApi(this IEndpointRouteBuilder routes)
    {
        var objectives = routes.MapPageApi("Objectives");
        objectives.MapGet("/objectives", ListObjectivesAsync).WithName("ListObjectives");
        objectives.MapGet("/objectives/{objectiveId}", GetObjectiveAsync).WithName("GetObjective");
        objectives.MapPost("/company/objectives", AddCompanyObjectiveAsync).WithName("AddCompanyObjective");
        objectives.MapPost("/scopes/{scopeId}/objectives", AddScopeObjectiveAsync).WithName("AddScopeObjective");
        objectives.MapPut("/objectives/{objectiveId}", EditObjectiveAsync).WithName("EditObjective");
        objectives.MapDelete("/objectives/{objectiveId}", DiscardObjectiveAsync).WithName("DiscardObjective");
        objectives.MapPost("/objectives/{objectiveId}/transitions", MoveObjectiveAsync).WithName("MoveObjective");
    }

    /// <summary>The answer to an added objective.</summary>
    public static Versioned<ObjectiveResponse> Created(Objective objective) =>
        new(ObjectiveResponse.Of(objective), objective.Version, $"/api/v1/objectives/{objective.Id.Value}");

    private static Versioned<ObjectiveResponse> Ok(Objective objective) => new(ObjectiveResponse.Of(objective), objective.Version);

    private static async Task<Results<Ok<Page<ObjectiveResponse>>, ProblemHttpResult>> ListObjectivesAsync(
        Guid? scopeId, Guid? cycleId, string? after, int? limit, Caller caller, ReadObjectives read, CancellationToken ct)
    {
        var most = Page.LimitOf(limit);
        if (!int.TryParse(after ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return Problems.Result(StatusCodes.Status400BadRequest, "request.cursor_unknown", "Send the \"next\" of an earlier answer as after, or leave it out.");
        }

        var found = await read.ListAsync(
            caller.Tenant, caller.Person(), scopeId is { } s ? new ScopeId(s) : null, cycleId is { } c ? new CycleId(c) : null, number, most + 1, ct);
        if (!found.Succeeded)
        {
            return Problems.From(found.Error);
        }

        var shown = found.Value.Take(most).ToList();
        var next = found.Value.Count > most ? shown[^1].Number.ToString(CultureInfo.InvariantCulture) : null;
        return TypedResults.Ok(new Page<ObjectiveResponse>([.. shown.Select(ObjectiveResponse.Of)], next));
    }

    private static async Task<Results<Versioned<ObjectiveResponse>, ProblemHttpResult>> GetObjectiveAsync(
        Guid objectiveId, Caller caller, ReadObjectives read, CancellationToken ct)
    {
        var found = await read.FindAsync(caller.Tenant, caller.Person(), new ObjectiveId(objectiveId), ct);
        return found.Succeeded ? Ok(found.Value) : Problems.From(found.Error);
    }

    private static async Task<Results<Versioned<ObjectiveResponse>, ProblemHttpResult>> AddCompanyObjectiveAsync(
        ObjectiveBody body, Caller caller, WriteObjective write, CancellationToken ct)
    {
        var added = await write.AddToCompanyAsync(caller.Tenant, caller.Person(), body.Cycle, body.ToDraft(), ct);
        return added.Succeeded ? Created(added.Value) : Problems.From(added.Error);
    }

    private static async Task<Results<Versioned<ObjectiveResponse>, ProblemHttpResult>> AddScopeObjectiveAsync(
        Guid scopeId, ObjectiveBody body, Caller caller, WriteObjective write, CancellationToken ct)
    {
        var added = await write.AddToScopeAsync(caller.Tenant, caller.Person(), new ScopeId(scopeId), body.Cycle, body.ToDraft(), ct);
        return added.Succeeded ? Created(added.Value) : Problems.From(added.Error);
    }

    private static async Task<Results<Versioned<ObjectiveResponse>, ProblemHttpResult>> EditObjectiveAsync(
        Guid objectiveId, ObjectiveBody body, EditedVersion version, Caller caller, WriteObjective write, ReadObjectives read, CancellationToken ct)
    {
        if (version.Missing is { } missing)
        {
            return missing;
        }

        var id = new ObjectiveId(objectiveId);
        var edited = await write.EditAsync(caller.Tenant, caller.Person(), id, version.Value, body.ToDraft(), ct);
        return edited.Succeeded ? Ok(edited.Value) : await RefuseAsync(edited.Error, caller, id, read, ct);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DiscardObjectiveAsync(
        Guid objectiveId, EditedVersion version, Caller caller, WriteObjective write, ReadObjectives read, CancellationToken ct)
    {
        if (version.Missing is { } missing)
        {
            return missing;
        }

        var id = new ObjectiveId(objectiveId);
        var discarded = await write.DiscardAsync(caller.Tenant, caller.Person(), id, version.Value, ct);
        return discarded.Succeeded ? TypedResults.NoContent() : await RefuseAsync(discarded.Error, caller, id, read, ct);
    }

    private static async Task<Results<Versioned<ObjectiveResponse>, ProblemHttpResult>> MoveObjectiveAsync(
        Guid objectiveId, ObjectiveTransitionBody body, EditedVersion version, Caller caller, MoveObjective move, ReadObjectives read, CancellationToken ct)
    {
        if (version.Missing is { } missing)
        {
            return missing;
        }

        var id = new ObjectiveId(objectiveId);
        var step = body.ToStep();
        if (!step.Succeeded)
        {
            return Problems.From(await move.CheckAsync(caller.Tenant, caller.Person(), id, ct) ?? step.Error);
        }

        var moved = await move.MoveAsync(caller.Tenant, caller.Person(), id, version.Value, step.Value.To, step.Value.Outcome, ct);
        return moved.Succeeded ? Ok(moved.Value) : await RefuseAsync(moved.Error, caller, id, read, ct);
    }

    /// <summary>The answer to a refused change; a conflict shows how the objective is now.</summary>
    private static async Task<ProblemHttpResult> RefuseAsync(DomainError error, Caller caller, ObjectiveId id, ReadObjectives read, CancellationToken ct)
    {
        if (error.Kind != ErrorKind.Conflict)
        {
            return Problems.From(error);
        }

        var current = await read.FindAsync(caller.Tenant, caller.Person(), id, ct);
        return Problems.From(error, current.Succeeded ? ObjectiveResponse.Of(current.Value) : null);
    }
}
