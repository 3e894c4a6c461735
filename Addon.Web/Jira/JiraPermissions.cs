using System.Net;
using Addon.Core.Common;
using Addon.Core.Jira;

namespace Addon.Web.Jira;

internal sealed partial class JiraPermissions(
    JiraApi api, JiraSites sites, GrantedPermissions granted, OpenQuestions open, TimeProvider clock, ILogger<JiraPermissions> logger) : IJiraPermissions
{
    private const string Administer = "ADMINISTER";

    /// <summary>How many projects Jira takes in one question (BulkProjectPermissions).</summary>
    private const int MostProjects = 1000;

    public Task<Outcome<bool>> AllowsAsync(TenantId tenant, AccountId account, JiraPermission permission, IssueId issue, CancellationToken ct)
    {
        var name = NameOnIssues(permission);
        return AllowsAsync(
            new GrantedPermissions.Grant(tenant, account, permission, issue.Value),
            new PermissionsQuestion(account.Value, null, [new ProjectPermissionsQuestion([name], null, [issue.Value])]),
            grants => ForProjects(grants, name).Any(g => g.Issues?.Contains(issue.Value) is true),
            ct);
    }

    public async Task<Outcome<IReadOnlySet<IssueId>>> WhichAsync(
        TenantId tenant, AccountId account, JiraPermission permission, IReadOnlyCollection<IssueId> issues, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(issues.Count, IJiraPermissions.MostIssues, nameof(issues));
        var name = NameOnIssues(permission);
        var allowed = issues.Where(issue => granted.Contains(GrantOn(issue))).ToHashSet();
        long[] unknown = [.. issues.Where(issue => !allowed.Contains(issue)).Select(issue => issue.Value).Distinct()];
        if (unknown.Length == 0)
        {
            return allowed;
        }

        if (await sites.FindAsync(tenant, ct) is not { } site)
        {
            return JiraErrors.NotInstalled;
        }

        var askedAt = clock.GetUtcNow();
        var answer = await api.CheckPermissionsAsync(
            site, new PermissionsQuestion(account.Value, null, [new ProjectPermissionsQuestion([name], null, unknown)]), ct);
        if (answer.Value is not { } grants)
        {
            return Refusal(answer.Status, tenant, permission) is { } refusal ? refusal : allowed;
        }

        // Only what was asked for counts, whatever else is in the answer.
        foreach (var issue in ForProjects(grants, name).SelectMany(g => g.Issues ?? []).Intersect(unknown).Select(id => new IssueId(id)))
        {
            granted.Add(GrantOn(issue), askedAt);
            allowed.Add(issue);
        }

        return allowed;

        GrantedPermissions.Grant GrantOn(IssueId issue) => new(tenant, account, permission, issue.Value);
    }

    public async Task<Outcome<IReadOnlySet<ProjectId>>> WhichAsync(
        TenantId tenant, AccountId account, JiraPermission permission, IReadOnlyCollection<ProjectId> projects, CancellationToken ct)
    {
        var name = NameOnProjects(permission);
        var allowed = projects.Where(project => granted.Contains(GrantOn(project))).ToHashSet();
        var unknown = projects.Where(project => !allowed.Contains(project) && !granted.IsDenied(GrantOn(project))).Select(project => project.Value).Distinct().ToList();
        if (unknown.Count == 0)
        {
            return allowed;
        }

        if (await sites.FindAsync(tenant, ct) is not { } site)
        {
            return JiraErrors.NotInstalled;
        }

        foreach (var asked in unknown.Chunk(MostProjects))
        {
            var askedAt = clock.GetUtcNow();
            var answer = await api.CheckPermissionsAsync(
                site, new PermissionsQuestion(account.Value, null, [new ProjectPermissionsQuestion([name], asked, null)]), ct);
            if (answer.Value is null && Refusal(answer.Status, tenant, permission) is { } refusal)
            {
                return refusal;
            }

            var found = answer.Value is { } grants ? ForProjects(grants, name).SelectMany(g => g.Projects ?? []).ToHashSet() : [];
            foreach (var project in asked.Select(id => new ProjectId(id)))
            {
                if (found.Contains(project.Value))
                {
                    granted.Add(GrantOn(project), askedAt);
                    allowed.Add(project);
                }
                else
                {
                    granted.AddDenial(GrantOn(project), askedAt);
                }
            }
        }

        return allowed;

        GrantedPermissions.Grant GrantOn(ProjectId project) => new(tenant, account, permission, project.Value);
    }

    public Task<Outcome<bool>> AllowsAsync(TenantId tenant, AccountId account, JiraPermission permission, ProjectId project, CancellationToken ct)
    {
        var name = NameOnProjects(permission);
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

    private static string NameOnProjects(JiraPermission permission) => permission switch
    {
        JiraPermission.BrowseProject => "BROWSE_PROJECTS",
        JiraPermission.AdministerProject => "ADMINISTER_PROJECTS",
        _ => throw new ArgumentOutOfRangeException(nameof(permission), permission, "Not a right on a project."),
    };

    private static string NameOnIssues(JiraPermission permission) => permission switch
    {
        JiraPermission.BrowseIssue => "BROWSE_PROJECTS", // Of an issue it counts issue security in too.
        JiraPermission.EditIssue => "EDIT_ISSUES",
        _ => throw new ArgumentOutOfRangeException(nameof(permission), permission, "Not a right on an issue."),
    };

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
            if (Refusal(answer.Status, grant.Tenant, grant.Permission) is { } refusal)
            {
                return refusal;
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

    /// <summary>Why nothing can be said, or null when the answer is that nothing is granted.</summary>
    private DomainError? Refusal(HttpStatusCode? status, TenantId tenant, JiraPermission permission)
    {
        if (status is not HttpStatusCode.BadRequest)
        {
            return JiraErrors.Unavailable;
        }

        // Jira's answer to an account that it does not know (any more): nothing is granted to it. It is the answer to a mistake of ours, too, and that
        // would shut everybody out, so it must not pass without a trace.
        Log.QuestionRefused(logger, tenant, permission);
        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "jira.permission_question_refused: Jira took the question whether a person of tenant {TenantId} has {Permission} for invalid (400); taken for a denial. Now and then it is an account that is gone; for many people at once it is our mistake.")]
        public static partial void QuestionRefused(ILogger logger, TenantId tenantId, JiraPermission permission);
    }
}
