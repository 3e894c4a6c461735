using Addon.Core.Common;
using Addon.Core.Jira;
using Addon.Web.Connect;
using Addon.Web.Ui;

namespace Addon.Web.Answers;

/// <summary>Whether a caller may see an issue.</summary>
internal sealed class IssueAccess(IJiraPermissions permissions)
{
    private static readonly DomainError NotAllowed =
        new(ErrorKind.Forbidden, "issue.browse_not_allowed", "There is no such issue, or you may not see it.");

    /// <summary>Null when the caller may see the issue; else why not. Jira is not asked for the issue that its own page shows: it would not have drawn it otherwise.</summary>
    public async Task<DomainError?> CheckAsync(Caller caller, IssueId issue, CancellationToken ct)
    {
        if (caller.ShownIssue == issue)
        {
            return null;
        }

        var allowed = await permissions.AllowsAsync(caller.Tenant, caller.Person(), JiraPermission.BrowseIssue, issue, ct);
        return !allowed.Succeeded ? allowed.Error : allowed.Value ? null : NotAllowed;
    }
}
