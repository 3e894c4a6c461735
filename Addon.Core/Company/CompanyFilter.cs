using Addon.Core.Common;
using Addon.Core.Numbers;

namespace Addon.Core.Company;

/// <summary>What somebody looks for in the tree.</summary>
/// <param name="Cycle">One cycle, or null for the active ones.</param>
/// <param name="Owner">Whose objectives and key results, or null for everybody's.</param>
/// <param name="Health">With which health, or null for any.</param>
public sealed record CompanyFilter(CycleId? Cycle, AccountId? Owner, Health? Health)
{
    /// <summary>All of the active cycles.</summary>
    public static CompanyFilter None { get; } = new(null, null, null);

    /// <summary>Whether it looks for something within the cycle.</summary>
    public bool IsNarrow => Owner is not null || Health is not null;
}
