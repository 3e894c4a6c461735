using Addon.Core.Common;
using Addon.Core.Jira;
using Addon.Web.Connect;

namespace Addon.Web.Ui;

/// <summary>Whether a caller may see an issue or a project. Jira is not asked for the one that its own page shows: it would not have drawn the page otherwise.</summary>
internal sealed class BrowseAccess(IJiraPermissions permissions)
{
    private static readonly DomainError IssueNotAllowed =
        new(ErrorKind.Forbidden, "issue.browse_not_allowed", "There is no such issue, or you may not see it.");

    private static readonly DomainError ProjectNotAllowed =
        new(ErrorKind.Forbidden, "project.browse_not_allowed", "There is no such project, or you may not see it.");

    /// <summary>Null when the caller may see the issue; else why not.</summary>
    public async Task<DomainError?> CheckAsync(Caller caller, IssueId issue, CancellationToken ct) => caller.ShownIssue == issue
        ? null
        : Refusal(await permissions.AllowsAsync(caller.Tenant, caller.Person(), JiraPermission.BrowseIssue, issue, ct), IssueNotAllowed);

    /// <summary>Null when the caller may see the project; else why not.</summary>
    public async Task<DomainError?> CheckAsync(Caller caller, ProjectId project, CancellationToken ct) => caller.ShownProject == project
        ? null
        : Refusal(await permissions.AllowsAsync(caller.Tenant, caller.Person(), JiraPermission.BrowseProject, project, ct), ProjectNotAllowed);

    private static DomainError? Refusal(Outcome<bool> allowed, DomainError notAllowed) =>
        !allowed.Succeeded ? allowed.Error : allowed.Value ? null : notAllowed;
}
