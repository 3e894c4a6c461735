using Addon.Core.Common;
using Addon.Core.KeyResults;
using Addon.Web.Connect;
using Addon.Web.Http;
using Addon.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Addon.Web.KeyResults;

/// <summary>The part of the API that keeps who a key result was written with.</summary>
internal static class CoAuthorEndpoints
{
    public static void MapCoAuthors(this IEndpointRouteBuilder routes)
    {
        var keyResults = routes.MapPageApi("Key results");
        keyResults.MapGet("/key-results/{keyResultId}/co-authors", ListAsync).WithName("ListCoAuthors");
        keyResults.MapPost("/key-results/{keyResultId}/co-authors", InviteAsync).WithName("InviteCoAuthor");
        keyResults.MapPost("/key-results/{keyResultId}/co-authors/me/acceptance", AcceptAsync).WithName("AcceptCoAuthorship");
        keyResults.MapDelete("/key-results/{keyResultId}/co-authors/{account}", RemoveAsync).WithName("RemoveCoAuthor");
    }

    private static async Task<Results<Ok<Page<CoAuthorResponse>>, ProblemHttpResult>> ListAsync(
        Guid keyResultId, string? after, int? limit, Caller caller, ReadKeyResult read, CancellationToken ct)
    {
        var found = await read.ListCoAuthorsAsync(caller.Tenant, caller.Person(), new KeyResultId(keyResultId), ct);
        return found.Succeeded ? SeriesPage.Of(found.Value, CoAuthorResponse.Of, after, limit) : Problems.From(found.Error);
    }

    private static async Task<Results<Created<CoAuthorResponse>, ProblemHttpResult>> InviteAsync(
        Guid keyResultId, CoAuthorBody body, Caller caller, ManageCoAuthors coAuthors, CancellationToken ct)
    {
        var invited = await coAuthors.InviteAsync(caller.Tenant, caller.Person(), new KeyResultId(keyResultId), KeyResultBody.OwnerOf(body.Account), ct);
        return invited.Succeeded
            ? TypedResults.Created($"/api/v1/key-results/{keyResultId}/co-authors", CoAuthorResponse.Of(invited.Value))
            : Problems.From(invited.Error);
    }

    private static async Task<Results<Ok<CoAuthorResponse>, ProblemHttpResult>> AcceptAsync(
        Guid keyResultId, Caller caller, ManageCoAuthors coAuthors, CancellationToken ct)
    {
        var accepted = await coAuthors.AcceptAsync(caller.Tenant, caller.Person(), new KeyResultId(keyResultId), ct);
        return accepted.Succeeded ? TypedResults.Ok(CoAuthorResponse.Of(accepted.Value)) : Problems.From(accepted.Error);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        Guid keyResultId, string account, Caller caller, ManageCoAuthors coAuthors, CancellationToken ct)
    {
        var removed = await coAuthors.RemoveAsync(caller.Tenant, caller.Person(), new KeyResultId(keyResultId), new AccountId(account), ct);
        return removed.Succeeded ? TypedResults.NoContent() : Problems.From(removed.Error);
    }
}
