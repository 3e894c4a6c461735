using Addon.Core.Common;
using Addon.Core.Jira;

namespace Addon.Core.KeyResults;

/// <summary>Lists the issues behind a team's key result for a person, who sees what Jira shows them and the rest as a number.</summary>
public sealed class ListLinkedIssues(ILinkedIssueReader reader, IJiraPermissions permissions)
{
    // Of the company's key results, too: behind those stand issues of every team.
    private static readonly DomainError Missing = new(ErrorKind.NotFound, "key_result.not_found", "There is no such key result of this project's team.");

    /// <summary>Of the part after so many issues those that <paramref name="account"/> may browse, of a project's team or (null) of any team that may be read; a refusal of kind <see cref="ErrorKind.Unavailable"/> when Jira does not say which.</summary>
    public async Task<Outcome<LinkedIssues>> ListAsync(TenantId tenant, AccountId account, ProjectId? project, KeyResultId keyResult, int after, CancellationToken ct)
    {
        if (await reader.ReadAsync(tenant, project, keyResult, after, ct) is not { } found)
        {
            return Missing;
        }

        if (found.Issues.Count == 0)
        {
            return new LinkedIssues([], found.Beyond);
        }

        var visible = await permissions.WhichAsync(tenant, account, JiraPermission.BrowseIssue, [.. found.Issues.Select(i => i.Issue)], ct);
        if (!visible.Succeeded)
        {
            return visible.Error;
        }

        var shown = found.Issues.Where(i => visible.Value.Contains(i.Issue)).ToList();
        return new LinkedIssues(shown, found.Issues.Count - shown.Count + found.Beyond, found.Next);
    }
}
