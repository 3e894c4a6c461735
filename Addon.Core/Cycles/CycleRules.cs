namespace Addon.Core.Cycles;

/// <summary>What has to hold between cycles.</summary>
public static class CycleRules
{
    /// <summary>The active cycle of the same kind that shares a day with <paramref name="cycle"/>, or null.</summary>
    public static Cycle? FindOverlap(Cycle cycle, IEnumerable<Cycle> all) => all.FirstOrDefault(other =>
        other.State == CycleState.Active && other.Id != cycle.Id && other.Kind == cycle.Kind && other.Start <= cycle.End && cycle.Start <= other.End);

    /// <summary>The other cycle of the same name, or null.</summary>
    public static Cycle? FindNamesake(Cycle cycle, IEnumerable<Cycle> all) =>
        all.FirstOrDefault(other => other.Id != cycle.Id && string.Equals(other.Name, cycle.Name, StringComparison.Ordinal));
}
