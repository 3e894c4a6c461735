using Addon.Core.Common;
using Addon.Core.Jira;
using Addon.Web.Connect;
using Addon.Web.Ui;

namespace Addon.Web.Okrs;

/// <summary>Whether a caller may see a project.</summary>
internal sealed class ProjectAccess(IJiraPermissions permissions)
{
    private static readonly DomainError NotAllowed =
        new(ErrorKind.Forbidden, "project.browse_not_allowed", "There is no such project, or you may not see it.");

    /// <summary>Null when the caller may see the project; else why not. Jira is not asked for the project that its own page shows.</summary>
    public async Task<DomainError?> CheckAsync(Caller caller, ProjectId project, CancellationToken ct)
    {
        if (caller.ShownProject == project)
        {
            return null;
        }

        var allowed = await permissions.AllowsAsync(caller.Tenant, caller.Person(), JiraPermission.BrowseProject, project, ct);
        return !allowed.Succeeded ? allowed.Error : allowed.Value ? null : NotAllowed;
    }
}
