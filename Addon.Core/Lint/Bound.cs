namespace Addon.Core.Lint;

/// <summary>The bounds of a guardrail in a title; one or both are there.</summary>
/// <param name="Low">The lower one, or null.</param>
/// <param name="High">The upper one, or null.</param>
internal sealed record Bound(Amount? Low, Amount? High);
