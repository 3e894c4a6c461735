using Addon.Core.Cycles;

namespace Addon.Core.Objectives;

/// <summary>How the cycle of an objective lies to that of what it serves.</summary>
public static class PeriodRule
{
    /// <summary>Whether the two have a day in common; without one, nobody can serve the other.</summary>
    public static bool Overlap(Cycle one, Cycle other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return one.Start <= other.End && other.Start <= one.End;
    }

    /// <summary>Whether <paramref name="child"/> has days outside of <paramref name="parent"/>: shown as a period mismatch, never refused.</summary>
    public static bool IsMismatch(Cycle child, Cycle parent)
    {
        ArgumentNullException.ThrowIfNull(child);
        ArgumentNullException.ThrowIfNull(parent);
        return child.Start < parent.Start || child.End > parent.End;
    }
}
