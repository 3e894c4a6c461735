using Addon.Core.Cycles;
using Addon.Core.Scopes;

namespace Addon.Web.AdminPage;

/// <summary>What the administrators' page shows.</summary>
/// <param name="Scopes">Every scope with its projects.</param>
/// <param name="Cycles">Every cycle, the latest first.</param>
public sealed record AdminModel(IReadOnlyList<ScopeProjects> Scopes, IReadOnlyList<Cycle> Cycles)
{
    /// <summary>The scopes directly below one, or those without a place when null.</summary>
    public IEnumerable<ScopeProjects> Below(Scope? scope) => Scopes.Where(s => s.Scope.Parent == scope?.Id);
}
