namespace Addon.Core.Numbers;

/// <summary>How many key results of an objective have one health: a chip.</summary>
/// <param name="Health">The health.</param>
/// <param name="Count">How many, at least one.</param>
public sealed record HealthCount(Health Health, int Count);
