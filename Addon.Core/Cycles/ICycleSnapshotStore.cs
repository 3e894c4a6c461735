using Addon.Core.Common;

namespace Addon.Core.Cycles;

/// <summary>Where snapshots are kept, for good.</summary>
public interface ICycleSnapshotStore
{
    /// <summary>Appends a snapshot.</summary>
    Task AppendAsync(TenantId tenant, CycleSnapshot snapshot, CancellationToken ct);

    /// <summary>The snapshots of a cycle, newest first, without their contents.</summary>
    Task<IReadOnlyList<SnapshotSummary>> ListAsync(TenantId tenant, CycleId cycle, CancellationToken ct);

    /// <summary>One snapshot as the document that was written, or null.</summary>
    Task<StoredSnapshot?> FindAsync(TenantId tenant, CycleId cycle, Guid id, CancellationToken ct);
}
