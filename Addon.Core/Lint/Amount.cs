namespace Addon.Core.Lint;

/// <summary>A number in a title.</summary>
/// <param name="Value">Its value, a suffix such as k included.</param>
/// <param name="Scale">What the suffix multiplied by, 1 without.</param>
/// <param name="Unit">The unit that belongs to it beyond doubt (%, €, ms), or null.</param>
/// <param name="Start">Where it begins, sign and currency included.</param>
/// <param name="End">Where what belongs to it ends.</param>
internal sealed record Amount(decimal Value, decimal Scale, string? Unit, int Start, int End);
