using Addon.Core.Common;
using Addon.Core.KeyResults;
using Addon.Web.Connect;
using Addon.Web.Http;
using Addon.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Addon.Web.KeyResults;

/// <summary>The part of the API that reads key results and helps to write them.</summary>
internal static class KeyResultEndpoints
{
    public static void MapKeyResultApi(this IEndpointRouteBuilder routes)
    {
        var keyResults = routes.MapPageApi("Key results");
        keyResults.MapGet("/key-results/{keyResultId}", GetAsync).WithName("GetKeyResult");
        keyResults.MapGet("/objectives/{objectiveId}/key-results", ListAsync).WithName("ListKeyResults");
        keyResults.MapGet("/key-results/{keyResultId}/target-changes", ListTargetChangesAsync).WithName("ListTargetChanges");
        keyResults.MapPost("/lint", LintAsync).WithName("LintKeyResult");
    }

    private static async Task<Results<Versioned<KeyResultDetailsResponse>, ProblemHttpResult>> GetAsync(
        Guid keyResultId, Caller caller, ReadKeyResult read, CancellationToken ct)
    {
        var found = await read.FindAsync(caller.Tenant, caller.Person(), new KeyResultId(keyResultId), ct);
        return found.Succeeded ? KeyResultAnswers.Answer(found.Value) : Problems.From(found.Error);
    }

    private static async Task<Results<Ok<Page<KeyResultResponse>>, ProblemHttpResult>> ListAsync(
        Guid objectiveId, string? after, int? limit, Caller caller, ReadKeyResult read, CancellationToken ct)
    {
        var found = await read.ListOfAsync(caller.Tenant, caller.Person(), new ObjectiveId(objectiveId), ct);
        return found.Succeeded ? SeriesPage.Of(found.Value, k => new KeyResultResponse(k.KeyResult, k.Numbers), after, limit) : Problems.From(found.Error);
    }

    private static async Task<Results<Ok<Page<TargetChangeResponse>>, ProblemHttpResult>> ListTargetChangesAsync(
        Guid keyResultId, string? after, int? limit, Caller caller, ReadKeyResult read, CancellationToken ct)
    {
        var found = await read.ListTargetChangesAsync(caller.Tenant, caller.Person(), new KeyResultId(keyResultId), ct);
        return found.Succeeded ? SeriesPage.Of(found.Value, TargetChangeResponse.Of, after, limit) : Problems.From(found.Error);
    }

    private static async Task<Results<Ok<LintResponse>, ProblemHttpResult>> LintAsync(LintBody body, Caller caller, LintKeyResult lint, CancellationToken ct)
    {
        var scope = body.ScopeId is { } scopeId ? new ScopeId(scopeId) : (ScopeId?)null;
        var subject = body.ToSubject();
        if (!subject.Succeeded)
        {
            return Problems.From(await lint.CheckScopeAsync(caller.Tenant, caller.Person(), scope, ct) ?? subject.Error);
        }

        var self = body.KeyResultId is { } id ? new KeyResultId(id) : (KeyResultId?)null;
        var linted = await lint.CheckAsync(caller.Tenant, caller.Person(), subject.Value, scope, self, ct);
        return linted.Succeeded ? TypedResults.Ok(LintResponse.Of(linted.Value)) : Problems.From(linted.Error);
    }
}
