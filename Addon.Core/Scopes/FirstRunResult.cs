using Addon.Core.Cycles;
using Addon.Core.Objectives;

namespace Addon.Core.Scopes;

/// <summary>What the first page of a project has made.</summary>
/// <param name="Scope">The team.</param>
/// <param name="Cycle">The cycle; it may have been there before.</param>
/// <param name="Objective">The first objective, a draft.</param>
public sealed record FirstRunResult(Scope Scope, Cycle Cycle, Objective Objective);
