using Addon.Core.Common;

namespace Addon.Core.Work;

/// <summary>Where issue snapshots are kept.</summary>
public interface IIssueSnapshotStore
{
    /// <summary>The snapshot of an issue that is not deleted, or null.</summary>
    Task<IssueSnapshot?> FindAsync(TenantId tenant, IssueId issue, CancellationToken ct);

    /// <summary>Stores a snapshot unless a newer one, or a deletion, is known.</summary>
    /// <returns>False when what is known is at least as new as <paramref name="snapshot"/> and differs in nothing that counts.</returns>
    Task<bool> SaveIfNewerAsync(TenantId tenant, IssueSnapshot snapshot, CancellationToken ct);

    /// <summary>Marks an issue as deleted, also one that was never seen: a late update must not bring it back.</summary>
    Task MarkDeletedAsync(TenantId tenant, IssueId issue, DateTimeOffset at, CancellationToken ct);

    /// <summary>
    /// Notes that a project is deleted or restored, unless a later word on it is known. Its issues are hidden while it is deleted, those that are heard of later too;
    /// their rows stay as they are.
    /// </summary>
    Task SetProjectStateAsync(TenantId tenant, ProjectId project, bool deleted, DateTimeOffset at, CancellationToken ct);
}
