using Addon.Core.Common;
using Addon.Core.Scopes;

namespace Addon.Core.Cycles;

/// <summary>Reads cycles, which are everybody's, and their snapshots, which hold the OKRs of all teams and are for those who administer Jira.</summary>
public sealed class ReadCycles(ICycleStore cycles, ICycleSnapshotStore snapshots, ScopeAuthority authority)
{
    private static readonly DomainError NoSnapshot = new(ErrorKind.NotFound, "cycle.snapshot_not_found", "There is no such snapshot of this cycle.");

    /// <summary>Every cycle, the latest start first.</summary>
    public Task<IReadOnlyList<Cycle>> ListAsync(TenantId tenant, CancellationToken ct) => cycles.ListAsync(tenant, ct);

    /// <summary>One cycle.</summary>
    public async Task<Outcome<Cycle>> FindAsync(TenantId tenant, CycleId id, CancellationToken ct) =>
        await cycles.FindAsync(tenant, id, ct) is { } cycle ? cycle : CycleErrors.Missing;

    /// <summary>The snapshots of a cycle, newest first.</summary>
    public async Task<Outcome<IReadOnlyList<SnapshotSummary>>> ListSnapshotsAsync(TenantId tenant, AccountId actor, CycleId id, CancellationToken ct)
    {
        if (await CheckAsync(tenant, actor, id, ct) is { } refusal)
        {
            return refusal;
        }

        return Outcome<IReadOnlyList<SnapshotSummary>>.Success(await snapshots.ListAsync(tenant, id, ct));
    }

    /// <summary>One snapshot.</summary>
    public async Task<Outcome<StoredSnapshot>> FindSnapshotAsync(TenantId tenant, AccountId actor, CycleId id, Guid snapshot, CancellationToken ct)
    {
        if (await CheckAsync(tenant, actor, id, ct) is { } refusal)
        {
            return refusal;
        }

        return await snapshots.FindAsync(tenant, id, snapshot, ct) is { } stored ? stored : NoSnapshot;
    }

    private async Task<DomainError?> CheckAsync(TenantId tenant, AccountId actor, CycleId id, CancellationToken ct) =>
        await cycles.FindAsync(tenant, id, ct) is null ? CycleErrors.Missing : await authority.CheckSettingsAsync(tenant, actor, ct);
}
