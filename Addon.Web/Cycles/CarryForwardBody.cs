namespace Addon.Web.Cycles;

/// <summary>What to carry into which cycle.</summary>
/// <param name="TargetCycleId">The cycle to come.</param>
/// <param name="ObjectiveIds">Which objectives; every unfinished one when left out.</param>
internal sealed record CarryForwardBody(Guid? TargetCycleId, IReadOnlyList<Guid>? ObjectiveIds);
