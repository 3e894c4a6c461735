using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Numbers;
using Addon.Core.Objectives;
using Addon.Core.ProjectPage;
using Addon.Core.Scopes;

namespace Addon.Web.Data.Scopes;

/// <summary>A scope as it is read.</summary>
internal sealed class ScopeRow
{
    public Guid Id { get; set; }

    public int Kind { get; set; }

    public string Name { get; set; } = "";

    public Scope ToScope() => new(new ScopeId(Id), (ScopeKind)Kind, Name);
}
