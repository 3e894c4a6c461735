using Addon.Core.KeyResults;

namespace Addon.Core.Numbers;

/// <summary>What an ended key result is measured by in the end: the target that was promised at activation, wherever it was moved since.</summary>
public static class FinalScore
{
    /// <summary>0 to 1: the last value by the original from and to; of a guardrail the share of periods in bound. Null while it has not ended, and without a value.</summary>
    public static decimal? Of(KeyResult keyResult)
    {
        ArgumentNullException.ThrowIfNull(keyResult);
        if (!KeyResultLifecycle.IsTerminal(keyResult.State))
        {
            return null;
        }

        return keyResult.IsGuardrail ? AdherenceOf(keyResult) : ProgressOf(keyResult)?.Counted;
    }

    /// <summary>The progress that a key result shows: by the current target while it runs, by the original one once it has ended.</summary>
    /// <remarks>One that ended before the original was kept is measured by the target that it has.</remarks>
    internal static Progress? ProgressOf(KeyResult keyResult) => keyResult switch
    {
        { IsGuardrail: true } => null,
        { Current: { } current, Original: { From: { } from, To: { } to } } when KeyResultLifecycle.IsTerminal(keyResult.State) && from != to => Progress.Of(from, to, current),
        _ => keyResult.Progress,
    };

    /// <summary>The share of periods in bound; null for what is no guardrail and before the first period. The summary judges by the original bounds once it has ended.</summary>
    internal static decimal? AdherenceOf(KeyResult keyResult) => keyResult is { IsGuardrail: true, Series.PeriodsWithValue: > 0 }
        ? (decimal)keyResult.Series.PeriodsInBound / keyResult.Series.PeriodsWithValue
        : null;
}
