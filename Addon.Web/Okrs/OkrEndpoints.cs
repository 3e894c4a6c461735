using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Numbers;
using Addon.Core.Objectives;
using Addon.Core.ProjectPage;
using Addon.Core.Scopes;
using Addon.Web.Connect;
using Addon.Web.Http;
using Addon.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Addon.Web.Okrs;

/// <summary>The part of the API that starts at an objective, a key result or the company.</summary>
internal static class OkrEndpoints
{
    public static void MapOkrApi(this IEndpointRouteBuilder routes)
    {
        var okrs = routes.MapPageApi("Objectives and key results");
        okrs.MapPost("/company/objectives", AddCompanyObjectiveAsync).WithName("AddCompanyObjective");
        okrs.MapPut("/objectives/{objectiveId}", EditObjectiveAsync).WithName("EditObjective");
        okrs.MapPost("/objectives/{objectiveId}/key-results", AddKeyResultAsync).WithName("AddKeyResult");
        okrs.MapPut("/key-results/{keyResultId}", EditKeyResultAsync).WithName("EditKeyResult");
        okrs.MapPost("/key-results/{keyResultId}/values", RecordValueAsync).WithName("RecordValue");
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
        Guid objectiveId, ObjectiveBody body, Caller caller, WriteObjective write, CancellationToken ct)
    {
        var version = body.RequireVersion();
        if (!version.Succeeded)
        {
            return Problems.From(version.Error);
        }

        var edited = await write.EditAsync(caller.Tenant, caller.Person(), new ObjectiveId(objectiveId), version.Value, body.ToDraft(), ct);
        return edited.Succeeded ? TypedResults.Ok(ObjectiveResponse.Of(edited.Value)) : Problems.From(edited.Error);
    }

    private static async Task<Results<Created<KeyResultResponse>, ProblemHttpResult>> AddKeyResultAsync(
        Guid objectiveId, KeyResultBody body, Caller caller, WriteKeyResult write, CancellationToken ct)
    {
        var draft = body.ToDraft();
        if (!draft.Succeeded)
        {
            return Problems.From(draft.Error);
        }

        var added = await write.AddAsync(caller.Tenant, caller.Person(), new ObjectiveId(objectiveId), draft.Value, ct);
        return added.Succeeded
            ? TypedResults.Created($"/api/v1/key-results/{added.Value.Id.Value}", KeyResultResponse.Of(added.Value))
            : Problems.From(added.Error);
    }

    private static async Task<Results<Ok<KeyResultResponse>, ProblemHttpResult>> EditKeyResultAsync(
        Guid keyResultId, KeyResultBody body, Caller caller, WriteKeyResult write, CancellationToken ct)
    {
        var version = body.RequireVersion();
        var draft = body.ToDraft();
        if (!version.Succeeded || !draft.Succeeded)
        {
            return Problems.From(draft.Error ?? version.Error!);
        }

        var edited = await write.EditAsync(caller.Tenant, caller.Person(), new KeyResultId(keyResultId), version.Value, draft.Value, ct);
        return edited.Succeeded ? TypedResults.Ok(KeyResultResponse.Of(edited.Value)) : Problems.From(edited.Error);
    }

    private static async Task<Results<Created<ValueResponse>, ProblemHttpResult>> RecordValueAsync(
        Guid keyResultId, ValueBody body, Caller caller, WriteKeyResult write, CancellationToken ct)
    {
        var recorded = await write.RecordValueAsync(caller.Tenant, caller.Person(), new KeyResultId(keyResultId), body.Value, body.Note, ct);
        return recorded.Succeeded
            ? TypedResults.Created($"/api/v1/key-results/{keyResultId}/values/{recorded.Value.Id}", ValueResponse.Of(recorded.Value))
            : Problems.From(recorded.Error);
    }
}
