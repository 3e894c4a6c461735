using Addon.Core.KeyResults;
using Addon.Core.Objectives;

namespace Addon.Core.Cycles;

/// <summary>What belongs to a cycle.</summary>
/// <param name="Objectives">Its objectives.</param>
/// <param name="KeyResults">Their key results.</param>
public sealed record CycleContents(IReadOnlyList<Objective> Objectives, IReadOnlyList<KeyResult> KeyResults);
