using Addon.Core.Common;

namespace Addon.Core.Cycles;

/// <summary>How a cycle stood when it was closed. It is written once and never changes; closing again after a reopening adds another one.</summary>
/// <param name="Id">Our id.</param>
/// <param name="Cycle">Which cycle.</param>
/// <param name="TakenAt">When.</param>
/// <param name="TakenBy">By whom.</param>
/// <param name="Content">How everything ended.</param>
public sealed record CycleSnapshot(Guid Id, CycleId Cycle, DateTimeOffset TakenAt, AccountId TakenBy, SnapshotContent Content);
