using Addon.Core.Scopes;

namespace Addon.Core.Company;

/// <summary>The objectives of one scope that stand in one place beside the tree.</summary>
/// <param name="Place">Where; never <see cref="CompanyPlace.Company"/>.</param>
/// <param name="Scope">Whose.</param>
/// <param name="Objectives">The objectives, by number; never empty.</param>
public sealed record CompanyGroup(CompanyPlace Place, Scope Scope, IReadOnlyList<CompanyObjective> Objectives);
