namespace Addon.Core.Okrs;

/// <summary>How high a scope stands. The numbers leave room for what stands between.</summary>
public enum ScopeKind
{
    /// <summary>The whole company: the top of every straight line. One per tenant.</summary>
    Company = 0,

    /// <summary>A team; it owns the Jira projects that are mapped to it.</summary>
    Team = 20,
}
