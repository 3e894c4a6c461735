using Addon.Core.Common;

namespace Addon.Core.Scopes;

/// <summary>A scope with its Jira projects.</summary>
/// <param name="Scope">The scope.</param>
/// <param name="Projects">Its projects by number; empty for what is no team.</param>
public sealed record ScopeProjects(Scope Scope, IReadOnlyList<ProjectId> Projects);
