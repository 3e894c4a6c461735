using Addon.Core.Common;
using Addon.Core.KeyResults;
using Addon.Web.Connect;
using Addon.Web.Http;
using Addon.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Addon.Web.KeyResults;

/// <summary>The part of the API that starts at a key result.</summary>
internal static class KeyResultEndpoints
{
    public static void MapKeyResultApi(this IEndpointRouteBuilder routes)
    {
        var keyResults = routes.MapPageApi("Key results");
        keyResults.MapPost("/objectives/{objectiveId}/key-results", AddKeyResultAsync).WithName("AddKeyResult");
        keyResults.MapPut("/key-results/{keyResultId}", EditKeyResultAsync).WithName("EditKeyResult");
        keyResults.MapPost("/key-results/{keyResultId}/values", RecordValueAsync).WithName("RecordValue");
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
        Guid keyResultId, KeyResultBody body, EditedVersion version, Caller caller, WriteKeyResult write, CancellationToken ct)
    {
        if (version.Missing is { } missing)
        {
            return missing;
        }

        var draft = body.ToDraft();
        if (!draft.Succeeded)
        {
            return Problems.From(draft.Error);
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
