using Addon.Core.Common;
using Addon.Core.Scopes;

namespace Addon.Core.Company;

/// <summary>A scope with its Jira projects: who browses one of a team's may see its objectives.</summary>
/// <param name="Scope">The scope; only what the tree and the numbers need of it is read.</param>
/// <param name="Projects">Its projects.</param>
public sealed record CompanyScope(Scope Scope, IReadOnlyList<ProjectId> Projects);
