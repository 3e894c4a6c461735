using Addon.Core.Common;

namespace Addon.Core.Portability;

/// <summary>Where imports and their files are kept until they are over.</summary>
public interface IImportJobStore
{
    /// <summary>Adds one.</summary>
    Task AddAsync(ImportJob job, CancellationToken ct);

    /// <summary>Keeps the next part of its file.</summary>
    Task AppendAsync(TenantId tenant, Guid id, int number, byte[] content, CancellationToken ct);

    /// <summary>Its file.</summary>
    Task<byte[]> ReadAsync(TenantId tenant, Guid id, CancellationToken ct);

    /// <summary>The import of that id.</summary>
    Task<ImportJob?> FindAsync(TenantId tenant, Guid id, CancellationToken ct);

    /// <summary>At most <paramref name="limit"/> imports of a site that began before the one of id <paramref name="after"/>, the newest first.</summary>
    Task<IReadOnlyList<ImportJob>> ListAsync(TenantId tenant, Guid? after, int limit, CancellationToken ct);

    /// <summary>How many are not over.</summary>
    Task<int> CountOpenAsync(TenantId tenant, CancellationToken ct);

    /// <summary>Goes from one state to the next.</summary>
    /// <returns>False when it is not in the state <paramref name="from"/> any more.</returns>
    Task<bool> MoveAsync(TenantId tenant, Guid id, ImportState from, ImportState next, CancellationToken ct);

    /// <summary>Ends a run: goes from the state that was claimed to the next, with what was found.</summary>
    /// <returns>False when it is not this runner's any more; then nothing of the run may be kept.</returns>
    Task<bool> FinishAsync(ImportJob job, Guid runner, ImportState next, int total, string report, CancellationToken ct);

    /// <summary>Takes the oldest import of any site that has to be checked or written and that nobody runs.</summary>
    Task<ImportJob?> ClaimAsync(Guid runner, TimeSpan lease, CancellationToken ct);

    /// <summary>Forgets one with its file.</summary>
    Task DeleteAsync(TenantId tenant, Guid id, CancellationToken ct);

    /// <summary>Forgets those of all sites that did not change since <paramref name="before"/>.</summary>
    /// <returns>How many, at most <paramref name="most"/>.</returns>
    Task<int> PurgeAsync(DateTimeOffset before, int most, CancellationToken ct);
}
