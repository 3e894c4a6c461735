using Addon.Core.Common;
using Addon.Core.Scopes;

namespace Addon.Core.Company;

/// <summary>Which scopes a person may see: the company, departments, and the teams of which they browse a project.</summary>
/// <param name="Teams">Those teams.</param>
/// <param name="IsKnown">Whether Jira could be asked; while it cannot, no team is shown.</param>
public sealed record CompanySight(IReadOnlySet<ScopeId> Teams, bool IsKnown)
{
    /// <summary>While Jira does not answer.</summary>
    public static CompanySight Unknown { get; } = new(new HashSet<ScopeId>(), false);

    /// <summary>Whether the objectives of that scope may be shown.</summary>
    public bool Shows(Scope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return scope.Kind != ScopeKind.Team || Teams.Contains(scope.Id);
    }
}
