using Addon.Core.Common;
using Addon.Core.Jira;
using Addon.Core.KeyResults;

namespace Addon.Core.Scopes;

/// <summary>Who may read and write the OKRs of a scope, and who may arrange the scopes themselves. Every use case asks here, whatever a page shows.</summary>
/// <remarks>
/// Reading: of a team, whoever browses at least one of its projects; of the company and of departments, everybody who is logged in.
/// Writing: the scope's owner and, of a key result, its owner, as long as they may read; the administrators of a project of the team;
/// the administrators of Jira for the company and for departments. Settings: the administrators of Jira.
/// </remarks>
public sealed class ScopeAuthority(IScopeStore scopes, IJiraPermissions permissions)
{
    private static readonly DomainError ReadNotAllowed =
        new(ErrorKind.Forbidden, "okr.read_not_allowed", "You need to see a project of this team to see its objectives and key results.");

    private static readonly DomainError NotAllowed =
        new(ErrorKind.Forbidden, "okr.edit_not_allowed", "You need to own this, or to administer a project of this team, to change it.");

    private static readonly DomainError CompanyNotAllowed =
        new(ErrorKind.Forbidden, "okr.company_edit_not_allowed", "You need to own this, or to administer Jira, to change what is not a team's.");

    private static readonly DomainError SettingsNotAllowed =
        new(ErrorKind.Forbidden, "okr.settings_not_allowed", "You need to administer Jira to change this.");

    /// <summary>Null when the person may do what a project's administrators may; else why not.</summary>
    public async Task<DomainError?> CheckProjectAsync(TenantId tenant, AccountId actor, ProjectId project, CancellationToken ct) =>
        Refusal(await permissions.AllowsAsync(tenant, actor, JiraPermission.AdministerProject, project, ct), NotAllowed);

    /// <summary>Null when the person may arrange scopes, cycles and defaults of the whole site; else why not.</summary>
    public async Task<DomainError?> CheckSettingsAsync(TenantId tenant, AccountId actor, CancellationToken ct) =>
        Refusal(await permissions.AllowsAsync(tenant, actor, JiraPermission.AdministerJira, ct), SettingsNotAllowed);

    /// <summary>Null when the person may read a scope's OKRs; else why not.</summary>
    public async Task<DomainError?> CheckReadAsync(TenantId tenant, AccountId actor, Scope scope, CancellationToken ct) =>
        scope.Kind == ScopeKind.Team ? await CheckAnyProjectAsync(tenant, actor, scope.Id, JiraPermission.BrowseProject, ReadNotAllowed, ct) : null;

    /// <summary>Null when the person may write a scope's OKRs; else why not.</summary>
    public async Task<DomainError?> CheckWriteAsync(TenantId tenant, AccountId actor, Scope scope, CancellationToken ct)
    {
        if (scope.Owner == actor)
        {
            return await CheckReadAsync(tenant, actor, scope, ct);
        }

        return scope.Kind == ScopeKind.Team
            ? await CheckAnyProjectAsync(tenant, actor, scope.Id, JiraPermission.AdministerProject, NotAllowed, ct)
            : Refusal(await permissions.AllowsAsync(tenant, actor, JiraPermission.AdministerJira, ct), CompanyNotAllowed);
    }

    /// <summary>Null when the person may change a team's own settings: whoever writes its OKRs, and Jira's administrators; else why not.</summary>
    public async Task<DomainError?> CheckTeamSettingsAsync(TenantId tenant, AccountId actor, Scope scope, CancellationToken ct)
    {
        if (await CheckWriteAsync(tenant, actor, scope, ct) is not { } refusal)
        {
            return null;
        }

        return await CheckSettingsAsync(tenant, actor, ct) is not { } settings ? null : settings.Kind == ErrorKind.Unavailable ? settings : refusal;
    }

    /// <summary>Null when the person may write a key result of that scope: its owner too; else why not.</summary>
    public async Task<DomainError?> CheckWriteAsync(TenantId tenant, AccountId actor, Scope scope, KeyResult keyResult, CancellationToken ct) =>
        keyResult.Owner == actor ? await CheckReadAsync(tenant, actor, scope, ct) : await CheckWriteAsync(tenant, actor, scope, ct);

    private async Task<DomainError?> CheckAnyProjectAsync(
        TenantId tenant, AccountId actor, ScopeId scope, JiraPermission permission, DomainError notAllowed, CancellationToken ct)
    {
        var projects = await scopes.ListProjectsAsync(tenant, scope, ct);
        if (projects.Count == 0)
        {
            return notAllowed;
        }

        var allowed = await permissions.WhichAsync(tenant, actor, permission, projects, ct);
        return !allowed.Succeeded ? allowed.Error : allowed.Value.Count > 0 ? null : notAllowed;
    }

    private static DomainError? Refusal(Outcome<bool> allowed, DomainError notAllowed) =>
        !allowed.Succeeded ? allowed.Error : allowed.Value ? null : notAllowed;
}
