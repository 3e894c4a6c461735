namespace Addon.Core.Scopes;

/// <summary>How high a scope stands: the smaller, the higher. The numbers leave room for what may come between.</summary>
public enum ScopeKind
{
    /// <summary>The whole company: the top of every straight line. One per tenant.</summary>
    Company = 0,

    /// <summary>A department: between the company and its teams; it owns no Jira project.</summary>
    Department = 10,

    /// <summary>A team; it owns the Jira projects that are mapped to it.</summary>
    Team = 20,
}
