using Addon.Core.Common;
using Addon.Core.Work;

namespace Addon.Core.Jira;

/// <summary>Reads issues from Jira as the app, for the snapshots only; nothing of it is shown without a person's own right to browse.</summary>
public interface IJiraIssues
{
    /// <summary>The issue as it is now, or null inside the outcome when Jira has none (deleted, or not visible to the app).</summary>
    Task<Outcome<FoundIssue>> FindAsync(TenantId tenant, IssueId issue, CancellationToken ct);

    /// <summary>The issues that changed at or after <paramref name="since"/>, at most <paramref name="most"/>, in order of their change.</summary>
    Task<Outcome<IReadOnlyList<IssueSnapshot>>> ListChangedAsync(TenantId tenant, DateTimeOffset since, int most, CancellationToken ct);
}
