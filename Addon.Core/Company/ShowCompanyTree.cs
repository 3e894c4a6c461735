using Addon.Core.Common;
using Addon.Core.Jira;
using Addon.Core.Scopes;

namespace Addon.Core.Company;

/// <summary>Shows a person the company's objectives and what serves them: the company and departments to everybody who is logged in, a team to who browses a project of it.</summary>
public sealed class ShowCompanyTree(ICompanyTreeReader reader, IJiraPermissions permissions, TimeProvider clock)
{
    private static readonly DomainError NoSuchCycle = new(ErrorKind.NotFound, "cycle.not_found", "There is no such cycle on this site.");

    /// <summary>The tree. While Jira does not answer it is the company's and the departments' part of it.</summary>
    public async Task<Outcome<CompanyTree>> ShowAsync(TenantId tenant, AccountId person, CompanyFilter filter, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var okrs = await reader.ReadAsync(tenant, filter.Cycle, ct);
        return filter.Cycle is { } cycle && !okrs.Cycles.Any(c => c.Id == cycle)
            ? NoSuchCycle
            : CompanyTreeBuilder.Build(okrs, filter, await LookAsync(tenant, person, okrs, ct), clock.GetUtcNow());
    }

    private async Task<CompanySight> LookAsync(TenantId tenant, AccountId person, CompanyOkrs okrs, CancellationToken ct)
    {
        List<CompanyScope> teams = [.. okrs.Scopes.Where(s => s.Scope.Kind == ScopeKind.Team)];
        ProjectId[] projects = [.. teams.SelectMany(t => t.Projects)];
        var browsed = await permissions.WhichAsync(tenant, person, JiraPermission.BrowseProject, projects, ct);
        return browsed.Succeeded
            ? new CompanySight(teams.Where(t => t.Projects.Any(browsed.Value.Contains)).Select(t => t.Scope.Id).ToHashSet(), true)
            : CompanySight.Unknown;
    }
}
