using Addon.Core.Common;

namespace Addon.Core.Audit;

/// <summary>The append-only record of every change, written in the transaction of the change itself.</summary>
public interface IAuditTrail
{
    /// <summary>Appends one entry; the time is the store's clock.</summary>
    Task AppendAsync(TenantId tenant, AuditEntry entry, CancellationToken ct);
}
