using Addon.Core.Common;
using Addon.Core.Portability;

namespace Addon.Web.Portability;

/// <summary>Checks one import, or writes it: everything in one transaction, together with the word that it is done.</summary>
internal sealed class ImportRun(IOkrArchive archive, IImportJobStore jobs, IUnitOfWork work, TimeProvider clock)
{
    /// <summary>Runs what was claimed.</summary>
    public async Task RunAsync(ImportJob job, Guid runner, ImportProgress.Run progress, CancellationToken ct)
    {
        var content = await jobs.ReadAsync(job.Tenant, job.Id, ct);
        if (job.State == ImportState.Checking)
        {
            var (source, plan) = await PlanAsync(job, content, ct);
            await jobs.FinishAsync(job, runner, ImportState.Checked, source.Count, ImportReport.Of(source, plan, job.Format).Write(), ct);
        }
        else if (await work.RunAsync(ct => WriteAsync(job, content, runner, progress, ct), ct) is { } refused)
        {
            await jobs.FinishAsync(job, runner, ImportState.Failed, job.Total, refused.Write(), ct);
        }
    }

    private async Task<(ImportSource Source, ImportPlan Plan)> PlanAsync(ImportJob job, byte[] content, CancellationToken ct)
    {
        var existing = await archive.ReadAsync(job.Tenant, ct);
        var source = job.Format == ImportFormat.Json ? TransferJson.Read(content) : CsvImport.Read(content, TransferWriter.Write(existing), clock.GetUtcNow());
        return (source, ImportPlanner.Plan(existing, source, job.By, clock.GetUtcNow()));
    }

    /// <summary>Null when all is written; else what is in the way meanwhile, and nothing is.</summary>
    private async Task<ImportReport?> WriteAsync(ImportJob job, byte[] content, Guid runner, ImportProgress.Run progress, CancellationToken ct)
    {
        var (source, plan) = await PlanAsync(job, content, ct);
        if (plan.Problems.Count > 0)
        {
            return ImportReport.Of(source, plan, job.Format);
        }

        var total = plan.NewKeyResults.Count + plan.ChangedKeyResults.Count;
        progress.Tell(0, total);
        var keys = await archive.WriteAsync(job.Tenant, plan, job.By, done => progress.Tell(done, total), ct);
        var report = ImportReport.Of(source, plan, job.Format, KeyChanges.Of(source, plan, keys));
        return await jobs.FinishAsync(job, runner, ImportState.Done, source.Count, report.Write(), ct)
            ? null
            : throw new ImportConflictException("Somebody else has the import now.");
    }
}
