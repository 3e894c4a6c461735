using Addon.Core.Common;
using Addon.Core.Portability;

namespace Addon.Web.Portability;

/// <summary>Runs imports in the background, one after the other. One that was running when a process died is run again from its beginning: nothing of it was stored.</summary>
internal sealed partial class ImportWorker(IServiceScopeFactory scopes, ImportProgress progress, TimeProvider clock, ILogger<ImportWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Poll = TimeSpan.FromMinutes(1);

    private readonly Guid runner = Guid.NewGuid();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await RunNextAsync(stoppingToken))
                {
                    // The next one.
                }

                await PurgeAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Log.NotRead(logger, exception);
            }

            await progress.WaitAsync(Poll, stoppingToken);
        }
    }

    private async Task<bool> RunNextAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var jobs = scope.ServiceProvider.GetRequiredService<IImportJobStore>();
        if (await jobs.ClaimAsync(runner, Lease, ct) is not { } job)
        {
            return false;
        }

        using var run = progress.Begin(job.Id);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, run.Stopped);
        try
        {
            await scope.ServiceProvider.GetRequiredService<ImportRun>().RunAsync(job, runner, run, both.Token);
        }
        catch (OperationCanceledException) when (run.Stopped.IsCancellationRequested)
        {
            await jobs.MoveAsync(job.Tenant, job.Id, job.State, ImportState.Cancelled, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The host stops; whoever comes next need not wait for the lease to run out.
            await jobs.MoveAsync(job.Tenant, job.Id, job.State, job.State, CancellationToken.None);
        }
        catch (Exception exception) when (exception is not StorageUnavailableException)
        {
            Log.Failed(logger, exception, job.Id);
            await jobs.FinishAsync(job, runner, ImportState.Failed, job.Total, FailureOf(exception).Write(), ct);
        }

        return true;
    }

    private async Task PurgeAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IImportJobStore>().PurgeAsync(clock.GetUtcNow() - ImportJob.Kept, 20, ct);
    }

    private static ImportReport FailureOf(Exception exception) => exception is ImportConflictException
        ? ImportReport.Failed("import.changed_meanwhile", "Somebody changed a row while the import ran. Nothing was written; import the file again.")
        : ImportReport.Failed("import.failed", "Something went wrong on our side. Nothing was written.");

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Import {ImportId} failed.")]
        public static partial void Failed(ILogger logger, Exception exception, Guid importId);

        [LoggerMessage(2, LogLevel.Warning, "Imports could not be read; the next try is in a minute.")]
        public static partial void NotRead(ILogger logger, Exception exception);
    }
}
