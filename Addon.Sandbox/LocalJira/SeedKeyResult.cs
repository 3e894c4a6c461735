namespace Addon.Sandbox.LocalJira;

/// <summary>One seeded key result, in the words of the add-on's API.</summary>
/// <param name="Title">What is measured.</param>
/// <param name="From">Where it began.</param>
/// <param name="To">Where it shall be.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Per">The "per" of a rate, or <c>none</c>.</param>
/// <param name="Value">The value that is recorded by hand.</param>
/// <param name="Note">The note beside it, or null.</param>
internal sealed record SeedKeyResult(string Title, decimal From, decimal To, string Unit, string Per, decimal Value, string? Note);
