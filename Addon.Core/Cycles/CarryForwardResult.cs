namespace Addon.Core.Cycles;

/// <summary>What was carried into the next cycle.</summary>
/// <param name="Drafts">The drafts with their numbers.</param>
/// <param name="Skipped">How many of the chosen objectives had been carried there before.</param>
public sealed record CarryForwardResult(CycleContents Drafts, int Skipped);
