using Addon.Core.Common;
using Addon.Core.Okrs;

namespace Addon.Web.Data.Okrs;

/// <summary>A scope as it is read.</summary>
internal sealed class ScopeRow
{
    public Guid Id { get; set; }

    public int Kind { get; set; }

    public string Name { get; set; } = "";

    public Scope ToScope() => new(new ScopeId(Id), (ScopeKind)Kind, Name);
}
