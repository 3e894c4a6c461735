namespace Addon.Core.KeyResults;

/// <summary>Where the number shall be on a day before the end.</summary>
/// <param name="Day">The day.</param>
/// <param name="Value">The value on it.</param>
public sealed record PhasedTarget(DateOnly Day, decimal Value);
