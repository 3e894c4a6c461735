using Addon.Core.Audit;
using Addon.Core.Common;
using Addon.Web.Connect;
using Addon.Web.Http;
using Addon.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Addon.Web.Audit;

/// <summary>The part of the API that tells what was changed, when and by whom.</summary>
internal static class AuditEndpoints
{
    public static void MapAuditApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapPageApi("Audit");
        api.MapGet("/audit", ListAsync).WithName("ListAudit");
        api.MapGet("/audit/export", ExportAsync).WithName("ExportAudit");
        api.MapGet("/key-results/{keyResultId:guid}/history", ListOfKeyResultAsync).WithName("ListKeyResultHistory");
        api.MapGet("/objectives/{objectiveId:guid}/history", ListOfObjectiveAsync).WithName("ListObjectiveHistory");
    }

    private static async Task<Results<Ok<Page<AuditEventResponse>>, ProblemHttpResult>> ListAsync(
        [AsParameters] AuditQuery query, Caller caller, ReadAudit read, CancellationToken ct)
    {
        var filter = query.ToFilter();
        if (!filter.Succeeded)
        {
            // Whoever may not read it learns nothing of how to ask.
            return Problems.From(await read.CheckAsync(caller.Tenant, caller.Person(), AuditFilter.All, ct) ?? filter.Error);
        }

        var limit = Page.LimitOf(query.Limit);
        return Answer(await read.ListAsync(caller.Tenant, caller.Person(), filter.Value, AuditQuery.Read(query.After), limit + 1, ct), limit);
    }

    private static async Task<Results<AuditExport, ProblemHttpResult>> ExportAsync(
        string? format, [AsParameters] AuditQuery query, Caller caller, ReadAudit read, CancellationToken ct)
    {
        var filter = query.ToFilter();
        if (await read.CheckAsync(caller.Tenant, caller.Person(), filter.Value ?? AuditFilter.All, ct) is { } refusal)
        {
            return Problems.From(refusal);
        }

        if (!filter.Succeeded)
        {
            return Problems.From(filter.Error);
        }

        return format is null or "csv" or "jsonl"
            ? new AuditExport(read.ExportAsync(caller.Tenant, filter.Value, ct), asCsv: format is not "jsonl")
            : Problems.From(DomainError.Invalid(new FieldError("format", "audit.format_unknown", "Choose csv or jsonl.")));
    }

    private static async Task<Results<Ok<Page<AuditEventResponse>>, ProblemHttpResult>> ListOfKeyResultAsync(
        Guid keyResultId, string? after, int? limit, Caller caller, ReadAudit read, CancellationToken ct)
    {
        var most = Page.LimitOf(limit);
        return Answer(await read.ListOfAsync(caller.Tenant, caller.Person(), new KeyResultId(keyResultId), AuditQuery.Read(after), most + 1, ct), most);
    }

    private static async Task<Results<Ok<Page<AuditEventResponse>>, ProblemHttpResult>> ListOfObjectiveAsync(
        Guid objectiveId, string? after, int? limit, Caller caller, ReadAudit read, CancellationToken ct)
    {
        var most = Page.LimitOf(limit);
        return Answer(await read.ListOfAsync(caller.Tenant, caller.Person(), new ObjectiveId(objectiveId), AuditQuery.Read(after), most + 1, ct), most);
    }

    /// <summary>One more than is shown was asked for: it says whether there is more.</summary>
    private static Results<Ok<Page<AuditEventResponse>>, ProblemHttpResult> Answer(Outcome<IReadOnlyList<AuditEvent>> found, int limit) => found.Succeeded
        ? TypedResults.Ok(new Page<AuditEventResponse>(
            [.. found.Value.Take(limit).Select(AuditEventResponse.Of)], found.Value.Count > limit ? AuditQuery.Write(found.Value[limit - 1]) : null))
        : Problems.From(found.Error);
}
