namespace Addon.Core.KeyResults;

/// <summary>One point of a series of values.</summary>
/// <param name="At">When it was measured.</param>
/// <param name="Value">What was measured.</param>
public sealed record SeriesPoint(DateTimeOffset At, decimal Value);
