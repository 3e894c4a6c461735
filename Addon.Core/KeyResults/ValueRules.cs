namespace Addon.Core.KeyResults;

/// <summary>When a key result is measured.</summary>
internal static class ValueRules
{
    /// <summary>Whether values and check-ins are taken: a draft has nothing to measure yet, and what has ended keeps its last number.</summary>
    public static bool TakesValues(KeyResultState state) => state is KeyResultState.Active or KeyResultState.Baselining or KeyResultState.Dormant;
}
