using Addon.Core.Common;

namespace Addon.Core.Jira;

/// <summary>Asks Jira what a person may do. The app's own rights never stand in for a person's.</summary>
public interface IJiraPermissions
{
    /// <summary>How many issues Jira takes in one question (BulkProjectPermissions).</summary>
    const int MostIssues = 1000;

    /// <summary>Whether the person may browse or edit that issue. A refusal of kind <see cref="ErrorKind.Unavailable"/> when Jira does not answer.</summary>
    Task<Outcome<bool>> AllowsAsync(TenantId tenant, AccountId account, JiraPermission permission, IssueId issue, CancellationToken ct);

    /// <summary>Those of the issues that the person may browse or edit, asked in one question; at most <see cref="MostIssues"/>.</summary>
    Task<Outcome<IReadOnlySet<IssueId>>> WhichAsync(
        TenantId tenant, AccountId account, JiraPermission permission, IReadOnlyCollection<IssueId> issues, CancellationToken ct);

    /// <summary>Those of the projects that the person may browse or administer, asked in as few questions as Jira takes them in.</summary>
    Task<Outcome<IReadOnlySet<ProjectId>>> WhichAsync(
        TenantId tenant, AccountId account, JiraPermission permission, IReadOnlyCollection<ProjectId> projects, CancellationToken ct);

    /// <summary>Whether the person may browse or administer that project.</summary>
    Task<Outcome<bool>> AllowsAsync(TenantId tenant, AccountId account, JiraPermission permission, ProjectId project, CancellationToken ct);

    /// <summary>Whether the person administers Jira.</summary>
    Task<Outcome<bool>> AllowsAsync(TenantId tenant, AccountId account, JiraPermission permission, CancellationToken ct);
}
