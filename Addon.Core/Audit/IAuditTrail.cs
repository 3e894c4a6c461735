using Addon.Core.Common;

namespace Addon.Core.Audit;

/// <summary>The append-only record of every change, written in the transaction of the change itself.</summary>
public interface IAuditTrail
{
    /// <summary>Appends one entry; the time is the store's clock.</summary>
    Task AppendAsync(TenantId tenant, AuditEntry entry, CancellationToken ct);

    /// <summary>Appends several entries, in their order; a store writes them at once, whatever their number.</summary>
    async Task AppendAsync(TenantId tenant, IReadOnlyList<AuditEntry> entries, CancellationToken ct)
    {
        foreach (var entry in entries)
        {
            await AppendAsync(tenant, entry, ct);
        }
    }
}
