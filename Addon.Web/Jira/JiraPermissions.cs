using System.Net;
using Addon.Core.Common;
using Addon.Core.Jira;

namespace Addon.Web.Jira;

internal sealed class JiraPermissions(JiraApi api, JiraSites sites, GrantedPermissions granted, OpenQuestions open, TimeProvider clock) : IJiraPermissions
{
    private const string Administer = "ADMINISTER";

    public Task<Outcome<bool>> AllowsAsync(TenantId tenant, AccountId account, JiraPermission permission, IssueId issue, CancellationToken ct)
    {
        var name = permission switch
        {
            JiraPermission.BrowseIssue => "BROWSE_PROJECTS", // Of an issue it counts issue security in too.
            JiraPermission.EditIssue => "EDIT_ISSUES",
            _ => throw new ArgumentOutOfRangeException(nameof(permission), permission, "Not a right on an issue."),
        };
        return AllowsAsync(
            new GrantedPermissions.Grant(tenant, account, permission, issue.Value),
            new PermissionsQuestion(account.Value, null, [new ProjectPermissionsQuestion([name], null, [issue.Value])]),
            grants => ForProjects(grants, name).Any(g => g.Issues?.Contains(issue.Value) is true),
            ct);
    }

    public Task<Outcome<bool>> AllowsAsync(TenantId tenant, AccountId account, JiraPermission permission, ProjectId project, CancellationToken ct)
    {
        var name = permission switch
        {
            JiraPermission.BrowseProject => "BROWSE_PROJECTS",
            JiraPermission.AdministerProject => "ADMINISTER_PROJECTS",
            _ => throw new ArgumentOutOfRangeException(nameof(permission), permission, "Not a right on a project."),
        };
        return AllowsAsync(
            new GrantedPermissions.Grant(tenant, account, permission, project.Value),
            new PermissionsQuestion(account.Value, null, [new ProjectPermissionsQuestion([name], [project.Value], null)]),
            grants => ForProjects(grants, name).Any(g => g.Projects?.Contains(project.Value) is true),
            ct);
    }

    public Task<Outcome<bool>> AllowsAsync(TenantId tenant, AccountId account, JiraPermission permission, CancellationToken ct)
    {
        if (permission is not JiraPermission.AdministerJira)
        {
            throw new ArgumentOutOfRangeException(nameof(permission), permission, "Not a right on a site.");
        }

        return AllowsAsync(
            new GrantedPermissions.Grant(tenant, account, permission, 0),
            new PermissionsQuestion(account.Value, [Administer], null),
            grants => grants.GlobalPermissions?.Contains(Administer, StringComparer.Ordinal) is true,
            ct);
    }

    private static IEnumerable<ProjectPermissionGrants> ForProjects(PermissionGrants grants, string name) =>
        (grants.ProjectPermissions ?? []).Where(g => string.Equals(g.Permission, name, StringComparison.Ordinal));

    private async Task<Outcome<bool>> AllowsAsync(
        GrantedPermissions.Grant grant, PermissionsQuestion question, Func<PermissionGrants, bool> isGranted, CancellationToken ct)
    {
        if (granted.Contains(grant))
        {
            return true;
        }

        if (granted.IsDenied(grant))
        {
            return false;
        }

        if (await sites.FindAsync(grant.Tenant, ct) is not { } site)
        {
            return JiraErrors.NotInstalled;
        }

        return await open.AskAsync(grant, () => AskAsync(site, grant, question, isGranted), ct);
    }

    private async Task<Outcome<bool>> AskAsync(JiraSite site, GrantedPermissions.Grant grant, PermissionsQuestion question, Func<PermissionGrants, bool> isGranted)
    {
        var askedAt = clock.GetUtcNow();
        var answer = await api.CheckPermissionsAsync(site, question, CancellationToken.None);
        if (answer.Value is not { } grants)
        {
            // 400 is Jira's answer to an account that it does not know (any more): nothing is granted to it.
            if (answer.Status is not HttpStatusCode.BadRequest)
            {
                return JiraErrors.Unavailable;
            }

            grants = new PermissionGrants(null, null);
        }

        if (!isGranted(grants))
        {
            granted.AddDenial(grant, askedAt);
            return false;
        }

        granted.Add(grant, askedAt);
        return true;
    }
}
