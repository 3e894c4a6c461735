using Addon.Core.Common;
using Addon.Core.Portability;

namespace Addon.Web.Data.Portability;

/// <summary>Imports as a table, their files as another.</summary>
internal sealed class ImportJobStore(DbSession session, IUnitOfWork work, TimeProvider clock) : IImportJobStore
{
    public Task AddAsync(ImportJob job, CancellationToken ct) => session.ExecuteAsync(
        ImportJobSql.Add,
        new { tenant = job.Tenant.Value, id = job.Id, state = (int)job.State, format = (int)job.Format, total = job.Total, at = job.At, by = job.By.Value },
        ct);

    public Task AppendAsync(TenantId tenant, Guid id, int number, byte[] content, CancellationToken ct) =>
        session.ExecuteAsync(ImportJobSql.Append, new { tenant = tenant.Value, id, number, content }, ct);

    public async Task<byte[]> ReadAsync(TenantId tenant, Guid id, CancellationToken ct)
    {
        var parts = await session.QueryAsync<byte[]>(ImportJobSql.ReadParts, Of(tenant, id), ct);
        var whole = new byte[parts.Sum(p => p.Length)];
        var position = 0;
        foreach (var part in parts)
        {
            part.CopyTo(whole, position);
            position += part.Length;
        }

        return whole;
    }

    public async Task<ImportJob?> FindAsync(TenantId tenant, Guid id, CancellationToken ct) =>
        (await session.FindAsync<ImportJobRow>(ImportJobSql.Find, Of(tenant, id), ct))?.ToJob();

    public async Task<IReadOnlyList<ImportJob>> ListAsync(TenantId tenant, Guid? after, int limit, CancellationToken ct) =>
        [.. (await session.QueryAsync<ImportJobRow>(ImportJobSql.List, new { tenant = tenant.Value, after, limit }, ct)).Select(r => r.ToJob())];

    public Task<int> CountOpenAsync(TenantId tenant, CancellationToken ct) => session.FindAsync<int>(ImportJobSql.CountOpen, new { tenant = tenant.Value }, ct);

    public async Task<bool> MoveAsync(TenantId tenant, Guid id, ImportState from, ImportState next, CancellationToken ct) => await session.ExecuteAsync(
        ImportJobSql.Move, new { tenant = tenant.Value, id, from = (int)from, next = (int)next, now = clock.GetUtcNow() }, ct) == 1;

    public async Task<bool> FinishAsync(ImportJob job, Guid runner, ImportState next, int total, string report, CancellationToken ct) => await session.ExecuteAsync(
        ImportJobSql.Finish,
        new { tenant = job.Tenant.Value, id = job.Id, from = (int)job.State, runner, next = (int)next, total, report, now = clock.GetUtcNow() },
        ct) == 1;

    public async Task<ImportJob?> ClaimAsync(Guid runner, TimeSpan lease, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return (await session.WriteAndReadAsync<ImportJobRow>(ImportJobSql.Claim, new { runner, now, until = now + lease }, ct)).SingleOrDefault()?.ToJob();
    }

    public Task DeleteAsync(TenantId tenant, Guid id, CancellationToken ct) => work.RunAsync(ct => session.ExecuteAsync(ImportJobSql.Delete, Of(tenant, id), ct), ct);

    public async Task<int> PurgeAsync(DateTimeOffset before, int most, CancellationToken ct)
    {
        var old = await session.QueryAsync<ImportJobRow>(ImportJobSql.Old, new { before, most }, ct);
        foreach (var job in old)
        {
            await DeleteAsync(new TenantId(job.TenantId), job.Id, ct);
        }

        return old.Count;
    }

    private static object Of(TenantId tenant, Guid id) => new { tenant = tenant.Value, id };
}
