namespace Addon.Core.KeyResults;

/// <summary>Which way is good.</summary>
public enum KeyResultDirection
{
    /// <summary>From less to more.</summary>
    Increase = 0,

    /// <summary>From more to less.</summary>
    Decrease = 1,

    /// <summary>A guardrail: every period at or above the low bound.</summary>
    KeepAtLeast = 2,

    /// <summary>A guardrail: every period at or below the high bound.</summary>
    KeepAtMost = 3,

    /// <summary>A guardrail: every period between the bounds, both inclusive.</summary>
    KeepBetween = 4,
}
