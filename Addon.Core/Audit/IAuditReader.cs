using Addon.Core.Common;

namespace Addon.Core.Audit;

/// <summary>Reads the audit, the newest first.</summary>
public interface IAuditReader
{
    /// <summary>A part of it.</summary>
    /// <param name="tenant">The site.</param>
    /// <param name="filter">Which entries.</param>
    /// <param name="after">Where the part before ended, or null for the first.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyList<AuditEvent>> ReadAsync(TenantId tenant, AuditFilter filter, AuditCursor? after, int limit, CancellationToken ct);
}
