using Addon.Core.KeyResults;

namespace Addon.Core.Lint;

/// <summary>The numbers that a title states, to fill the fields with. Either from and to are there, or one or both bounds.</summary>
public sealed record ParsedTarget
{
    /// <summary>Which way is good; null when from and to are the same.</summary>
    public required KeyResultDirection? Direction { get; init; }

    /// <summary>Where the number begins, in <see cref="Unit"/>.</summary>
    public decimal? From { get; init; }

    /// <summary>Where it shall be, in <see cref="Unit"/>.</summary>
    public decimal? To { get; init; }

    /// <summary>The lower bound of a guardrail.</summary>
    public decimal? Low { get; init; }

    /// <summary>The upper bound of a guardrail.</summary>
    public decimal? High { get; init; }

    /// <summary>What is counted, as typed, or null when the title does not say it beside the numbers.</summary>
    public string? Unit { get; init; }

    /// <summary>The "per" of a rate.</summary>
    public KeyResultPeriod Per { get; init; }
}
