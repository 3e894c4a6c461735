using Addon.Core.Audit;
using Addon.Core.Common;

namespace Addon.Core.Scopes;

/// <summary>Says which team a Jira project belongs to: one at most. The company and departments own no project.</summary>
public sealed class MapProject(IScopeStore scopes, ScopeAuthority authority, IAuditTrail audit, IUnitOfWork work)
{
    private static readonly DomainError NotTeam = new(ErrorKind.Conflict, "scope.not_a_team", "Only a team owns Jira projects.");

    private static readonly DomainError Taken =
        new(ErrorKind.Forbidden, "scope.project_taken", "This project belongs to another team. Somebody who administers Jira can move it.");

    private static readonly DomainError NotMapped = new(ErrorKind.NotFound, "scope.project_not_mapped", "This project does not belong to that team.");

    /// <summary>
    /// Maps a project to a team. Jira's administrators may always do it; else it takes writing the team and administering the project, and a project that
    /// belongs to no other team: whoever could take one away would take its key results out of other people's sight.
    /// </summary>
    public async Task<Outcome<Scope>> MapAsync(TenantId tenant, AccountId actor, ScopeId id, ProjectId project, CancellationToken ct)
    {
        if (await scopes.FindAsync(tenant, id, ct) is not { } scope)
        {
            return WriteScope.Missing;
        }

        var settings = await authority.CheckSettingsAsync(tenant, actor, ct);
        if (settings is not null && await CheckOwnAsync(tenant, actor, scope, project, ct) is { } refusal)
        {
            return settings.Kind == ErrorKind.Unavailable ? settings : refusal;
        }

        if (scope.Kind != ScopeKind.Team)
        {
            return NotTeam;
        }

        return await work.RunAsync<Outcome<Scope>>(
            async ct =>
            {
                var current = await scopes.FindOfProjectAsync(tenant, project, ct);
                if (current?.Id == id)
                {
                    return scope;
                }

                if (current is not null && settings is not null)
                {
                    return Taken;
                }

                await scopes.MapProjectAsync(tenant, id, project, actor, ct);
                await audit.AppendAsync(tenant, ScopeAudit.Mapped(actor, id, project, current?.Id), ct);
                return scope;
            },
            ct);
    }

    /// <summary>Takes a project out of its team, with the same rights; answers of its issues stay.</summary>
    public async Task<Outcome<Scope>> UnmapAsync(TenantId tenant, AccountId actor, ScopeId id, ProjectId project, CancellationToken ct)
    {
        if (await scopes.FindAsync(tenant, id, ct) is not { } scope)
        {
            return WriteScope.Missing;
        }

        var settings = await authority.CheckSettingsAsync(tenant, actor, ct);
        if (settings is not null && await CheckOwnAsync(tenant, actor, scope, project, ct) is { } refusal)
        {
            return settings.Kind == ErrorKind.Unavailable ? settings : refusal;
        }

        return await work.RunAsync<Outcome<Scope>>(
            async ct =>
            {
                if ((await scopes.FindOfProjectAsync(tenant, project, ct))?.Id != id)
                {
                    return NotMapped;
                }

                await scopes.UnmapProjectAsync(tenant, project, ct);
                await audit.AppendAsync(tenant, ScopeAudit.Unmapped(actor, id, project), ct);
                return scope;
            },
            ct);
    }

    private async Task<DomainError?> CheckOwnAsync(TenantId tenant, AccountId actor, Scope scope, ProjectId project, CancellationToken ct) =>
        await authority.CheckWriteAsync(tenant, actor, scope, ct) ?? await authority.CheckProjectAsync(tenant, actor, project, ct);
}
