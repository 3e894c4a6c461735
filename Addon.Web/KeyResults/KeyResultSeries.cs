using Addon.Core.Common;
using Addon.Core.KeyResults;
using Addon.Web.Connect;
using Addon.Web.Http;
using Addon.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Addon.Web.KeyResults;

/// <summary>The part of the API that keeps values and check-ins.</summary>
internal static class KeyResultSeries
{
    private const string IdempotencyKey = "Idempotency-Key";

    public static void MapKeyResultSeries(this IEndpointRouteBuilder routes)
    {
        var keyResults = routes.MapPageApi("Key results");
        keyResults.MapGet("/key-results/{keyResultId}/values", ListValuesAsync).WithName("ListValues");
        keyResults.MapPost("/key-results/{keyResultId}/values", RecordValueAsync).WithName("RecordValue");
        keyResults.MapPost("/key-results/{keyResultId}/values/{valueId}/correction", CorrectValueAsync).WithName("CorrectValue");
        keyResults.MapGet("/key-results/{keyResultId}/check-ins", ListCheckInsAsync).WithName("ListCheckIns");
        keyResults.MapPost("/key-results/{keyResultId}/check-ins", CheckInAsync).WithName("CheckIn");
    }

    private static async Task<Results<Ok<Page<ValueResponse>>, ProblemHttpResult>> ListValuesAsync(
        Guid keyResultId, string? after, int? limit, Caller caller, ReadKeyResult read, CancellationToken ct)
    {
        var found = await read.ListValuesAsync(caller.Tenant, caller.Person(), new KeyResultId(keyResultId), ct);
        return found.Succeeded ? SeriesPage.Of(found.Value, ValueResponse.Of, after, limit) : Problems.From(found.Error);
    }

    private static async Task<Results<Created<ValueResponse>, ProblemHttpResult>> RecordValueAsync(
        Guid keyResultId,
        ValueBody body,
        [FromHeader(Name = IdempotencyKey)] string? key,
        Caller caller,
        RecordValue record,
        KeyResultAnswers answers,
        CancellationToken ct)
    {
        var recorded = await record.RecordAsync(caller.Tenant, caller.Person(), new KeyResultId(keyResultId), body.ToDraft(key), ct);
        return recorded.Succeeded ? Created(keyResultId, recorded.Value) : await answers.RefuseAsync(caller, recorded.Error, keyResultId, ct);
    }

    private static async Task<Results<Created<ValueResponse>, ProblemHttpResult>> CorrectValueAsync(
        Guid keyResultId,
        Guid valueId,
        ValueBody body,
        [FromHeader(Name = IdempotencyKey)] string? key,
        Caller caller,
        RecordValue record,
        KeyResultAnswers answers,
        CancellationToken ct)
    {
        var corrected = await record.CorrectAsync(caller.Tenant, caller.Person(), new KeyResultId(keyResultId), valueId, body.ToDraft(key), ct);
        return corrected.Succeeded ? Created(keyResultId, corrected.Value) : await answers.RefuseAsync(caller, corrected.Error, keyResultId, ct);
    }

    private static async Task<Results<Ok<Page<CheckInResponse>>, ProblemHttpResult>> ListCheckInsAsync(
        Guid keyResultId, string? after, int? limit, Caller caller, ReadKeyResult read, CancellationToken ct)
    {
        var found = await read.ListCheckInsAsync(caller.Tenant, caller.Person(), new KeyResultId(keyResultId), ct);
        return found.Succeeded ? SeriesPage.Of(found.Value, CheckInResponse.Of, after, limit) : Problems.From(found.Error);
    }

    private static async Task<Results<Created<CheckInResponse>, ProblemHttpResult>> CheckInAsync(
        Guid keyResultId,
        CheckInBody body,
        [FromHeader(Name = IdempotencyKey)] string? key,
        Caller caller,
        RecordCheckIn record,
        KeyResultAnswers answers,
        CancellationToken ct)
    {
        var kept = await record.RecordAsync(caller.Tenant, caller.Person(), new KeyResultId(keyResultId), body.ToDraft(key), ct);
        return kept.Succeeded
            ? TypedResults.Created($"/api/v1/key-results/{keyResultId}/check-ins", CheckInResponse.Of(kept.Value))
            : await answers.RefuseAsync(caller, kept.Error, keyResultId, ct);
    }

    private static Created<ValueResponse> Created(Guid keyResultId, KeyResultValue value) =>
        TypedResults.Created($"/api/v1/key-results/{keyResultId}/values", ValueResponse.Of(value));
}
