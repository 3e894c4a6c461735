using Addon.Core.Cycles;
using Addon.Core.Objectives;
using Addon.Core.Scopes;

namespace Addon.Core.KeyResults;

/// <summary>A key result with what stands around it: rules about it need its objective's state, its scope's days and its cycle.</summary>
/// <param name="KeyResult">The key result.</param>
/// <param name="Objective">What it measures.</param>
/// <param name="Scope">Whose it is.</param>
/// <param name="Cycle">In which time.</param>
public sealed record KeyResultPlace(KeyResult KeyResult, Objective Objective, Scope Scope, Cycle Cycle);
