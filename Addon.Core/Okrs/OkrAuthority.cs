using Addon.Core.Common;
using Addon.Core.Jira;

namespace Addon.Core.Okrs;

/// <summary>Who may write objectives and key results: project admins for their team, Jira admins for the company.</summary>
public sealed class OkrAuthority(IOkrStore okrs, IJiraPermissions permissions)
{
    private static readonly DomainError NotAllowed =
        new(ErrorKind.Forbidden, "okr.edit_not_allowed", "You need to administer this project to change its objectives and key results.");

    private static readonly DomainError CompanyNotAllowed =
        new(ErrorKind.Forbidden, "okr.company_edit_not_allowed", "You need to administer Jira to change the company's objectives and key results.");

    /// <summary>Null when the person may write the OKRs of a project's team; else why not.</summary>
    public async Task<DomainError?> CheckProjectAsync(TenantId tenant, AccountId actor, ProjectId project, CancellationToken ct)
    {
        var allowed = await permissions.AllowsAsync(tenant, actor, JiraPermission.AdministerProject, project, ct);
        return Refusal(allowed, NotAllowed);
    }

    /// <summary>Null when the person may write the company's OKRs; else why not.</summary>
    public async Task<DomainError?> CheckCompanyAsync(TenantId tenant, AccountId actor, CancellationToken ct)
    {
        var allowed = await permissions.AllowsAsync(tenant, actor, JiraPermission.AdministerJira, ct);
        return Refusal(allowed, CompanyNotAllowed);
    }

    /// <summary>Null when the person may write the OKRs of a scope: the company's, or those of a team of which they administer a project.</summary>
    public async Task<DomainError?> CheckAsync(TenantId tenant, AccountId actor, ScopeId scopeId, CancellationToken ct)
    {
        var scope = await okrs.FindScopeAsync(tenant, scopeId, ct);
        if (scope?.Kind == ScopeKind.Company)
        {
            return await CheckCompanyAsync(tenant, actor, ct);
        }

        DomainError? refusal = NotAllowed;
        foreach (var project in await okrs.ListProjectsAsync(tenant, scopeId, ct))
        {
            refusal = await CheckProjectAsync(tenant, actor, project, ct);
            if (refusal is null)
            {
                return null;
            }
        }

        return refusal;
    }

    private static DomainError? Refusal(Outcome<bool> allowed, DomainError notAllowed) =>
        !allowed.Succeeded ? allowed.Error : allowed.Value ? null : notAllowed;
}
