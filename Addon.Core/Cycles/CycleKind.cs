namespace Addon.Core.Cycles;

/// <summary>What kind of time a cycle is.</summary>
public enum CycleKind
{
    /// <summary>A year, usually the company's.</summary>
    Year = 0,

    /// <summary>A quarter.</summary>
    Quarter = 1,

    /// <summary>Any other time.</summary>
    Custom = 2,
}
