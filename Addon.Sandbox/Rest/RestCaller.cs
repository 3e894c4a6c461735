using Addon.Sandbox.LocalJira;

namespace Addon.Sandbox.Rest;

/// <summary>Who makes a REST call: the app by its token, or the chosen person by the browser.</summary>
/// <param name="User">The user; null is anonymous.</param>
internal sealed record RestCaller(JiraUser? User)
{
    /// <summary>Whether the caller may see an issue.</summary>
    public bool Sees(JiraIssue issue) => Permissions.Allows(User, issue.Project, Permissions.Browse);
}
