using Addon.Core.Common;

namespace Addon.Core.Company;

/// <summary>Reads what the company page is built from, in one round trip.</summary>
public interface ICompanyTreeReader
{
    /// <summary>All scopes and cycles of the tenant, the objectives of a cycle and those that they serve, and the key results of both.</summary>
    /// <param name="tenant">The site.</param>
    /// <param name="cycle">The cycle, or null for the active ones.</param>
    /// <param name="ct">Cancels.</param>
    Task<CompanyOkrs> ReadAsync(TenantId tenant, CycleId? cycle, CancellationToken ct);
}
