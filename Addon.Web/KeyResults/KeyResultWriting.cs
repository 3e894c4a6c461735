using Addon.Core.Common;
using Addon.Core.KeyResults;
using Addon.Web.Connect;
using Addon.Web.Http;
using Addon.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Addon.Web.KeyResults;

/// <summary>The part of the API that writes key results and moves them through their life.</summary>
internal static class KeyResultWriting
{
    public static void MapKeyResultWriting(this IEndpointRouteBuilder routes)
    {
        var keyResults = routes.MapPageApi("Key results");
        keyResults.MapPost("/objectives/{objectiveId}/key-results", AddAsync).WithName("AddKeyResult");
        keyResults.MapPut("/key-results/{keyResultId}", EditAsync).WithName("EditKeyResult");
        keyResults.MapDelete("/key-results/{keyResultId}", DiscardAsync).WithName("DiscardKeyResult");
        keyResults.MapPost("/key-results/{keyResultId}/transitions", GoAsync).WithName("MoveKeyResult");
        keyResults.MapPost("/key-results/{keyResultId}/retarget", RetargetAsync).WithName("RetargetKeyResult");
        keyResults.MapPut("/key-results/{keyResultId}/lift", LiftAsync).WithName("LiftHealth");
        keyResults.MapDelete("/key-results/{keyResultId}/lift", WithdrawLiftAsync).WithName("WithdrawLift");
        keyResults.MapPut("/key-results/{keyResultId}/accepted-hints/{rule}", AcceptHintAsync).WithName("AcceptHint");
        keyResults.MapDelete("/key-results/{keyResultId}/accepted-hints/{rule}", WithdrawHintAsync).WithName("WithdrawHint");
    }

    private static async Task<Results<Versioned<KeyResultDetailsResponse>, ProblemHttpResult>> AddAsync(
        Guid objectiveId, KeyResultBody body, Caller caller, AddKeyResult add, KeyResultAnswers answers, CancellationToken ct)
    {
        var added = await add.AddAsync(caller.Tenant, caller.Person(), new ObjectiveId(objectiveId), body.ToDraft(), ct);
        return added.Succeeded ? await answers.AnswerAsync(caller, added, added.Value.Id.Value, ct, created: true) : Problems.From(added.Error);
    }

    private static async Task<Results<Versioned<KeyResultDetailsResponse>, ProblemHttpResult>> EditAsync(
        Guid keyResultId, KeyResultBody body, EditedVersion version, Caller caller, EditKeyResult edit, KeyResultAnswers answers, CancellationToken ct) =>
        version.Missing is { } missing
            ? missing
            : await answers.AnswerAsync(
                caller, await edit.EditAsync(caller.Tenant, caller.Person(), new KeyResultId(keyResultId), version.Value, body.ToDraft(), ct), keyResultId, ct);

    private static async Task<Results<NoContent, ProblemHttpResult>> DiscardAsync(
        Guid keyResultId, EditedVersion version, Caller caller, DiscardKeyResult discard, KeyResultAnswers answers, CancellationToken ct)
    {
        if (version.Missing is { } missing)
        {
            return missing;
        }

        var discarded = await discard.DiscardAsync(caller.Tenant, caller.Person(), new KeyResultId(keyResultId), version.Value, ct);
        return discarded.Succeeded ? TypedResults.NoContent() : await answers.RefuseAsync(caller, discarded.Error, keyResultId, ct);
    }

    private static async Task<Results<Versioned<KeyResultDetailsResponse>, ProblemHttpResult>> GoAsync(
        Guid keyResultId, TransitionBody body, EditedVersion version, Caller caller, KeyResultSteps steps, KeyResultAnswers answers, CancellationToken ct) =>
        version.Missing is { } missing
            ? missing
            : await answers.AnswerAsync(caller, await steps.GoAsync(caller, new KeyResultId(keyResultId), version.Value, body, ct), keyResultId, ct);

    private static async Task<Results<Versioned<KeyResultDetailsResponse>, ProblemHttpResult>> RetargetAsync(
        Guid keyResultId, RetargetBody body, EditedVersion version, Caller caller, RetargetKeyResult retarget, KeyResultAnswers answers, CancellationToken ct) =>
        version.Missing is { } missing
            ? missing
            : await answers.AnswerAsync(
                caller,
                await retarget.RetargetAsync(caller.Tenant, caller.Person(), new KeyResultId(keyResultId), version.Value, body.ToTarget(), body.Reason, ct),
                keyResultId,
                ct);

    private static async Task<Results<Versioned<KeyResultDetailsResponse>, ProblemHttpResult>> LiftAsync(
        Guid keyResultId, LiftBody body, Caller caller, LiftHealth lift, KeyResultAnswers answers, CancellationToken ct) =>
        await answers.AnswerAsync(caller, await lift.LiftAsync(caller.Tenant, caller.Person(), new KeyResultId(keyResultId), body.Note, ct), keyResultId, ct);

    private static async Task<Results<Versioned<KeyResultDetailsResponse>, ProblemHttpResult>> WithdrawLiftAsync(
        Guid keyResultId, Caller caller, LiftHealth lift, KeyResultAnswers answers, CancellationToken ct) =>
        await answers.AnswerAsync(caller, await lift.WithdrawAsync(caller.Tenant, caller.Person(), new KeyResultId(keyResultId), ct), keyResultId, ct);

    private static async Task<Results<Versioned<KeyResultDetailsResponse>, ProblemHttpResult>> AcceptHintAsync(
        Guid keyResultId, string rule, Caller caller, AcceptHints hints, KeyResultAnswers answers, CancellationToken ct) =>
        await answers.AnswerAsync(caller, await hints.AcceptAsync(caller.Tenant, caller.Person(), new KeyResultId(keyResultId), rule, ct), keyResultId, ct);

    private static async Task<Results<Versioned<KeyResultDetailsResponse>, ProblemHttpResult>> WithdrawHintAsync(
        Guid keyResultId, string rule, Caller caller, AcceptHints hints, KeyResultAnswers answers, CancellationToken ct) =>
        await answers.AnswerAsync(caller, await hints.WithdrawAsync(caller.Tenant, caller.Person(), new KeyResultId(keyResultId), rule, ct), keyResultId, ct);
}
