using Addon.Core.Common;
using Addon.Core.Work;

namespace Addon.Core.Jira;

/// <summary>Reads issues from Jira as the app, for the snapshots only; nothing of it is shown without a person's own right to browse.</summary>
public interface IJiraIssues
{
    /// <summary>The issue as it is now, or null inside the outcome when Jira has none (deleted, or not visible to the app).</summary>
    Task<Outcome<FoundIssue>> FindAsync(TenantId tenant, IssueId issue, CancellationToken ct);

    /// <summary>
    /// All issues that changed at or after <paramref name="since"/>, in order of their change, page by page so that their number needs no bound. A refusal
    /// ends the list.
    /// </summary>
    IAsyncEnumerable<Outcome<IReadOnlyList<IssueSnapshot>>> ListChangedAsync(TenantId tenant, DateTimeOffset since, CancellationToken ct);
}
