using Addon.Core.Common;
using Addon.Core.Portability;
using Addon.Core.Scopes;
using Addon.Web.Connect;
using Addon.Web.Http;
using Addon.Web.Http.OpenApi;
using Addon.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Addon.Web.Portability;

/// <summary>Imports, for the administrators of Jira: a file, its dry run, and the commit of it.</summary>
internal static class ImportEndpoints
{
    private const int Part = 256 * 1024;

    private static readonly DomainError Missing = new(ErrorKind.NotFound, "import.not_found", "There is no such import on this site; they are kept for a week.");

    private static ProblemHttpResult UnknownFormat => Problems.Result(
        StatusCodes.Status415UnsupportedMediaType, "import.format_unknown", "Send the file as text/csv or application/json in UTF-8.");

    public static void MapImportApi(this IEndpointRouteBuilder routes)
    {
        var imports = routes.MapPageApi("Import and export");
        imports.MapPost("/imports", UploadAsync)
            .WithName("StartImport")
            .WithSummary("Upload a file and start its dry run; nothing is written")
            .WithMetadata(new RequestSizeLimitAttribute(UploadCheck.MostBytes), new ApiBody("text/csv", "application/json"));
        imports.MapGet("/imports", ListAsync).WithName("ListImports");
        imports.MapGet("/imports/{importId}", GetAsync).WithName("GetImport").WithSummary("Read an import: its state, its progress and what its dry run found");
        imports.MapPost("/imports/{importId}/commit", CommitAsync).WithName("CommitImport").WithSummary("Write an import whose dry run found no errors: all of it or nothing, in the background");
        imports.MapDelete("/imports/{importId}", DeleteAsync).WithName("CancelImport").WithSummary("Stop an import that runs, or forget one that does not");
    }

    private static async Task<Results<Created<ImportResponse>, ProblemHttpResult>> UploadAsync(
        HttpRequest request, Caller caller, ScopeAuthority authority, IImportJobStore jobs, ImportProgress progress, TimeProvider clock, CancellationToken ct)
    {
        if (await authority.CheckSettingsAsync(caller.Tenant, caller.Person(), ct) is { } refusal)
        {
            return Problems.From(refusal);
        }

        if (FormatOf(request) is not { } format)
        {
            return UnknownFormat;
        }

        if (await jobs.CountOpenAsync(caller.Tenant, ct) >= ImportJob.MostOpen)
        {
            return Problems.Result(StatusCodes.Status409Conflict, "import.too_many", $"There are {ImportJob.MostOpen} imports that wait or run. Finish or remove one first.");
        }

        var job = new ImportJob(caller.Tenant, Guid.CreateVersion7(), ImportState.Uploading, format, caller.Person(), clock.GetUtcNow(), 0, null);
        await jobs.AddAsync(job, ct);
        if (await ReceiveAsync(request, job, jobs, ct) is { } refused)
        {
            return refused;
        }

        await jobs.MoveAsync(job.Tenant, job.Id, ImportState.Uploading, ImportState.Checking, ct);
        progress.Signal();
        return TypedResults.Created($"/api/v1/imports/{job.Id}", ImportResponse.Of(job with { State = ImportState.Checking }, null));
    }

    private static async Task<Results<Ok<Page<ImportResponse>>, ProblemHttpResult>> ListAsync(
        Guid? after, int? limit, Caller caller, ScopeAuthority authority, IImportJobStore jobs, ImportProgress progress, CancellationToken ct)
    {
        if (await authority.CheckSettingsAsync(caller.Tenant, caller.Person(), ct) is { } refusal)
        {
            return Problems.From(refusal);
        }

        var most = Page.LimitOf(limit);
        var found = await jobs.ListAsync(caller.Tenant, after, most + 1, ct);
        var page = found.Take(most).Select(j => ImportResponse.Of(j, progress.Find(j.Id)) with { Report = null }).ToList();
        return TypedResults.Ok(new Page<ImportResponse>(page, found.Count > most ? page[^1].Id.ToString("D") : null));
    }

    private static async Task<Results<Ok<ImportResponse>, ProblemHttpResult>> GetAsync(
        Guid importId, Caller caller, ScopeAuthority authority, IImportJobStore jobs, ImportProgress progress, CancellationToken ct)
    {
        var job = await FindAsync(importId, caller, authority, jobs, ct);
        return job.Succeeded ? TypedResults.Ok(ImportResponse.Of(job.Value, progress.Find(importId))) : Problems.From(job.Error);
    }

    private static async Task<Results<Accepted<ImportResponse>, ProblemHttpResult>> CommitAsync(
        Guid importId, Caller caller, ScopeAuthority authority, IImportJobStore jobs, ImportProgress progress, CancellationToken ct)
    {
        var job = await FindAsync(importId, caller, authority, jobs, ct);
        if (!job.Succeeded)
        {
            return Problems.From(job.Error);
        }

        switch (job.Value.State)
        {
            case ImportState.Importing or ImportState.Done:
                return Accepted(job.Value, progress);
            case ImportState.Checked when ImportReport.Read(job.Value.Report) is { ErrorCount: > 0 }:
                return Problems.Result(StatusCodes.Status409Conflict, "import.has_errors", "The dry run found errors. Mend the file and start again; nothing was written.");
            case ImportState.Checked when await jobs.MoveAsync(caller.Tenant, importId, ImportState.Checked, ImportState.Importing, ct):
                progress.Signal();
                return Accepted(job.Value with { State = ImportState.Importing }, progress);
            default:
                return Problems.Result(StatusCodes.Status409Conflict, "import.not_checked", "Only an import whose dry run is done can be written.");
        }
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(
        Guid importId, Caller caller, ScopeAuthority authority, IImportJobStore jobs, ImportProgress progress, CancellationToken ct)
    {
        var job = await FindAsync(importId, caller, authority, jobs, ct);
        if (!job.Succeeded)
        {
            return Problems.From(job.Error);
        }

        if (job.Value.State is ImportState.Checking or ImportState.Importing)
        {
            // The runner gives up its transaction first; else this would wait for it.
            progress.Find(importId)?.Stop();
            await jobs.MoveAsync(caller.Tenant, importId, job.Value.State, ImportState.Cancelled, ct);
        }
        else
        {
            await jobs.DeleteAsync(caller.Tenant, importId, ct);
        }

        return TypedResults.NoContent();
    }

    private static Accepted<ImportResponse> Accepted(ImportJob job, ImportProgress progress) =>
        TypedResults.Accepted($"/api/v1/imports/{job.Id}", ImportResponse.Of(job, progress.Find(job.Id)));

    private static async Task<Outcome<ImportJob>> FindAsync(Guid id, Caller caller, ScopeAuthority authority, IImportJobStore jobs, CancellationToken ct)
    {
        if (await jobs.FindAsync(caller.Tenant, id, ct) is not { } job)
        {
            return Missing;
        }

        return await authority.CheckSettingsAsync(caller.Tenant, caller.Person(), ct) is { } refusal ? refusal : job;
    }

    private static ImportFormat? FormatOf(HttpRequest request) => MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        ? type.MediaType.Value?.ToLowerInvariant() switch
        {
            "text/csv" => ImportFormat.Csv,
            "application/json" => ImportFormat.Json,
            _ => null,
        }
        : null;

    /// <summary>Keeps the file part by part. A file that is refused, or whose sender goes away, leaves nothing.</summary>
    private static async Task<ProblemHttpResult?> ReceiveAsync(HttpRequest request, ImportJob job, IImportJobStore jobs, CancellationToken ct)
    {
        var kept = false;
        try
        {
            var refused = await KeepAsync(request.Body, job, jobs, ct);
            kept = refused is null;
            return refused;
        }
        finally
        {
            if (!kept)
            {
                await jobs.DeleteAsync(job.Tenant, job.Id, CancellationToken.None);
            }
        }
    }

    private static async Task<ProblemHttpResult?> KeepAsync(Stream body, ImportJob job, IImportJobStore jobs, CancellationToken ct)
    {
        var check = new UploadCheck(job.Format);
        var buffer = new byte[Part];
        for (var number = 1; ; number++)
        {
            var read = await body.ReadAtLeastAsync(buffer, Part, throwOnEndOfStream: false, ct);
            if (read == 0)
            {
                return number == 1
                    ? Problems.Result(StatusCodes.Status400BadRequest, "import.empty", "The file is empty.")
                    : check.End();
            }

            if (check.Take(buffer.AsSpan(0, read)) is { } refused)
            {
                return refused;
            }

            await jobs.AppendAsync(job.Tenant, job.Id, number, buffer.AsSpan(0, read).ToArray(), ct);
        }
    }
}
