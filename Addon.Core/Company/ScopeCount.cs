using Addon.Core.Common;
using Addon.Core.Numbers;
using Addon.Core.Scopes;

namespace Addon.Core.Company;

/// <summary>What a scope has in the cycles that are shown, whatever else is looked for.</summary>
/// <param name="Scope">The scope.</param>
/// <param name="Objectives">How many objectives.</param>
/// <param name="Unconnected">How many of the active ones neither serve another nor say why; never any of the company.</param>
/// <param name="KeyResults">How many key results have which health, the worst first.</param>
public sealed record ScopeCount(Scope Scope, int Objectives, int Unconnected, ValueList<HealthCount> KeyResults);
