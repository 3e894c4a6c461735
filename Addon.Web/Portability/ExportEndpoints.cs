using Addon.Core.Common;
using Addon.Core.Portability;
using Addon.Core.Scopes;
using Addon.Web.Connect;
using Addon.Web.Http;
using Addon.Web.Http.OpenApi;
using Addon.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Addon.Web.Portability;

/// <summary>Everything of a site as one file, for the administrators of Jira.</summary>
internal static class ExportEndpoints
{
    public static void MapExportApi(this IEndpointRouteBuilder routes) => routes.MapPageApi("Import and export")
        .MapGet("/export", ExportAsync)
        .WithName("ExportOkrs")
        .WithSummary("Export all OKRs, or those of one cycle, as a JSON document or a CSV table")
        .WithMetadata(new ApiAnswer("application/json", "text/csv"));

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> ExportAsync(
        string? format, Guid? cycleId, Caller caller, ScopeAuthority authority, IOkrArchive archive, CancellationToken ct)
    {
        if (await authority.CheckSettingsAsync(caller.Tenant, caller.Person(), ct) is { } refusal)
        {
            return Problems.From(refusal);
        }

        if (format is not (null or "json" or "csv"))
        {
            return Problems.From(DomainError.Invalid(new FieldError("format", "export.format_unknown", "Export as json or csv.")));
        }

        var stored = await archive.ReadAsync(caller.Tenant, ct);
        var cycle = cycleId is { } id ? stored.Cycles.FirstOrDefault(c => c.Id.Value == id) : null;
        if (cycleId is not null && cycle is null)
        {
            return Problems.From(new DomainError(ErrorKind.NotFound, "cycle.not_found", "There is no such cycle on this site."));
        }

        var transfer = TransferWriter.Write(stored, cycle?.Id);
        return format is "csv"
            ? TypedResults.Stream(stream => CsvExport.WriteAsync(stream, transfer, stored, ct), "text/csv; charset=utf-8", "straightline-okrs.csv")
            : TypedResults.Stream(stream => TransferJson.WriteAsync(stream, transfer, ct), "application/json", "straightline-okrs.json");
    }
}
