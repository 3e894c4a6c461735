using Addon.Core.Common;
using Addon.Core.Jira;

namespace Addon.Core.Scopes;

/// <summary>Reads scopes for a person: the company and departments are everybody's; a team is for those who see one of its projects, and for Jira's administrators.</summary>
public sealed class ReadScopes(IScopeStore scopes, ScopeAuthority authority, IJiraPermissions permissions)
{
    /// <summary>The scopes that the person may see, by kind and name. Jira is asked twice at most, however many teams there are.</summary>
    public async Task<Outcome<IReadOnlyList<ScopeProjects>>> ListAsync(TenantId tenant, AccountId actor, CancellationToken ct)
    {
        var all = await ListAllAsync(tenant, ct);
        var settings = await authority.CheckSettingsAsync(tenant, actor, ct);
        if (settings is null)
        {
            return Outcome<IReadOnlyList<ScopeProjects>>.Success(all);
        }

        if (settings.Kind == ErrorKind.Unavailable)
        {
            return settings;
        }

        var visible = await permissions.WhichAsync(tenant, actor, JiraPermission.BrowseProject, [.. all.SelectMany(s => s.Projects)], ct);
        return visible.Succeeded
            ? Outcome<IReadOnlyList<ScopeProjects>>.Success([.. all.Where(s => s.Scope.Kind != ScopeKind.Team || s.Projects.Any(visible.Value.Contains))])
            : visible.Error;
    }

    /// <summary>Every scope of the site, for a person who was found to administer Jira.</summary>
    public async Task<IReadOnlyList<ScopeProjects>> ListAllAsync(TenantId tenant, CancellationToken ct)
    {
        var projects = (await scopes.ListMappingsAsync(tenant, ct)).ToLookup(m => m.Scope, m => m.Project);
        return [.. (await scopes.ListAsync(tenant, ct)).Select(s => new ScopeProjects(s, [.. projects[s.Id]]))];
    }

    /// <summary>One scope.</summary>
    public async Task<Outcome<ScopeProjects>> FindAsync(TenantId tenant, AccountId actor, ScopeId id, CancellationToken ct)
    {
        if (await scopes.FindAsync(tenant, id, ct) is not { } scope)
        {
            return WriteScope.Missing;
        }

        if (await authority.CheckReadAsync(tenant, actor, scope, ct) is { } unseen && await authority.CheckSettingsAsync(tenant, actor, ct) is { } refusal)
        {
            return refusal.Kind == ErrorKind.Unavailable ? refusal : unseen;
        }

        return new ScopeProjects(scope, await scopes.ListProjectsAsync(tenant, id, ct));
    }
}
