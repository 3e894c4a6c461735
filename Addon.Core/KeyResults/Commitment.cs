using Addon.Core.Cycles;

namespace Addon.Core.KeyResults;

/// <summary>What was promised when a key result became active. Retargeting never changes it: it stays on the chart and in the final score.</summary>
/// <param name="From">The value that it began at; null for a guardrail.</param>
/// <param name="To">The value to reach; null for a guardrail.</param>
/// <param name="Low">The lower bound of a guardrail.</param>
/// <param name="High">The upper bound of a guardrail.</param>
/// <param name="DueOn">The day it was due.</param>
public sealed record Commitment(decimal? From, decimal? To, decimal? Low, decimal? High, DateOnly DueOn)
{
    /// <summary>What <paramref name="keyResult"/> promises now.</summary>
    public static Commitment Of(KeyResult keyResult, Cycle cycle)
    {
        ArgumentNullException.ThrowIfNull(keyResult);
        ArgumentNullException.ThrowIfNull(cycle);
        return new(keyResult.From, keyResult.To, keyResult.Low, keyResult.High, keyResult.DueOn ?? cycle.End);
    }
}
