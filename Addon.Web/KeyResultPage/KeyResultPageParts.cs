using Addon.Core.Audit;
using Addon.Core.Common;
using Addon.Core.KeyResultPage;
using Addon.Core.KeyResults;
using Addon.Web.Audit;
using Addon.Web.Connect;
using Addon.Web.Http;
using Addon.Web.KeyResults;
using Addon.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Addon.Web.KeyResultPage;

/// <summary>The parts of a key result's page that its script fetches: the page's inside after a change, and the lists that are opened.</summary>
internal static class KeyResultPageParts
{
    /// <summary>How much history is told at once.</summary>
    public const int HistoryPart = 20;

    public static void MapKeyResultSheetParts(this IEndpointRouteBuilder routes)
    {
        var page = routes.MapPageApi("Key result page").MapGroup("/key-results/{keyResultId}/page");
        page.MapGet("", ShowAsync).WithName("GetKeyResultPage");
        page.MapGet("/issues", ListIssuesAsync).WithName("ListIssuesOfKeyResult");
        page.MapGet("/history", ListHistoryAsync).WithName("ShowKeyResultHistory");
    }

    private static async Task<Results<RazorComponentResult<KeyResultSheetView>, ProblemHttpResult>> ShowAsync(
        Guid keyResultId, Caller caller, ReadKeyResultPage read, CancellationToken ct)
    {
        var found = await read.ReadAsync(caller.Tenant, caller.Person(), new KeyResultId(keyResultId), ct);
        return found.Succeeded
            ? new RazorComponentResult<KeyResultSheetView>(new { Sheet = found.Value, Person = caller.Person(), Site = caller.DisplayUrl })
            : Problems.From(found.Error);
    }

    private static async Task<Results<RazorComponentResult<LinkedIssuesView>, ProblemHttpResult>> ListIssuesAsync(
        Guid keyResultId, int? after, Caller caller, KeyResultAccess access, ListLinkedIssues list, CancellationToken ct)
    {
        var id = new KeyResultId(keyResultId);
        var readable = await access.ForReadingAsync(caller.Tenant, caller.Person(), id, ct);
        if (!readable.Succeeded)
        {
            return Problems.From(readable.Error);
        }

        var linked = await list.ListAsync(caller.Tenant, caller.Person(), null, id, Math.Max(0, after ?? 0), ct);
        return linked.Succeeded ? new RazorComponentResult<LinkedIssuesView>(new { Linked = linked.Value, Site = caller.DisplayUrl }) : Problems.From(linked.Error);
    }

    private static async Task<Results<RazorComponentResult<HistoryView>, ProblemHttpResult>> ListHistoryAsync(
        Guid keyResultId, string? after, Caller caller, ReadAudit read, CancellationToken ct)
    {
        // One more than is told says whether there is more.
        var found = await read.ListOfAsync(caller.Tenant, caller.Person(), new KeyResultId(keyResultId), AuditQuery.Read(after), HistoryPart + 1, ct);
        if (!found.Succeeded)
        {
            return Problems.From(found.Error);
        }

        var shown = found.Value.Take(HistoryPart).ToList();
        return new RazorComponentResult<HistoryView>(new { Events = shown, Next = found.Value.Count > shown.Count ? AuditQuery.Write(shown[^1]) : null });
    }
}
