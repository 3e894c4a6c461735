using System.Net;
using System.Runtime.CompilerServices;
using Addon.Core.Common;
using Addon.Core.Jira;
using Addon.Core.Work;

namespace Addon.Web.Jira;

internal sealed class JiraIssues(JiraApi api, JiraSites sites, TimeProvider clock) : IJiraIssues
{
    private const int PageSize = 100;

    public async Task<Outcome<FoundIssue>> FindAsync(TenantId tenant, IssueId issue, CancellationToken ct)
    {
        if (await sites.FindAsync(tenant, ct) is not { } site)
        {
            return JiraErrors.NotInstalled;
        }

        return await api.GetIssueAsync(site, issue, ct) switch
        {
            // Jira follows an issue that was merged or moved; its answer to an id is that issue all the same.
            { Value: { } found } => SnapshotOf(found) is { } snapshot ? new FoundIssue(snapshot) : JiraErrors.Unreadable,
            { Status: HttpStatusCode.NotFound } => new FoundIssue(null),
            { Status: HttpStatusCode.OK } => JiraErrors.Unreadable,
            _ => JiraErrors.Unavailable,
        };
    }

    public async IAsyncEnumerable<Outcome<IReadOnlyList<IssueSnapshot>>> ListChangedAsync(
        TenantId tenant, DateTimeOffset since, [EnumeratorCancellation] CancellationToken ct)
    {
        if (await sites.FindAsync(tenant, ct) is not { } site)
        {
            yield return JiraErrors.NotInstalled;
            yield break;
        }

        var question = new SearchQuestion(ChangedSince(since), JiraIssueFields.Names, PageSize, null);
        var seenTokens = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var answer = await api.SearchAsync(site, question, ct);
            if (answer.Value is not { } page)
            {
                yield return answer.Status is HttpStatusCode.OK ? JiraErrors.Unreadable : JiraErrors.Unavailable;
                yield break;
            }

            yield return Outcome<IReadOnlyList<IssueSnapshot>>.Success(
                [.. (page.Issues ?? []).Select(SnapshotOf).OfType<IssueSnapshot>().Where(s => s.UpdatedAt >= since)]);
            if (page.IsLast is true || string.IsNullOrEmpty(page.NextPageToken))
            {
                yield break;
            }

            // A token that comes again would lead round for ever.
            if (!seenTokens.Add(page.NextPageToken))
            {
                yield return JiraErrors.Unreadable;
                yield break;
            }

            question = question with { NextPageToken = page.NextPageToken };
        }
    }

    /// <summary>
    /// JQL reads a time of day in the time zone of the user who asks, which for an app is nobody's: only a relative time means the same everywhere. It is
    /// rounded up, and what is too early is left out afterwards.
    /// </summary>
    private string ChangedSince(DateTimeOffset since)
    {
        var minutes = Math.Max(1, (long)Math.Ceiling((clock.GetUtcNow() - since).TotalMinutes) + 1);
        return $"updated >= \"-{minutes}m\" ORDER BY updated ASC";
    }

    private static IssueSnapshot? SnapshotOf(JiraIssue issue) => new IssueFacts
    {
        Id = issue.Id,
        Key = issue.Key,
        ProjectId = issue.Fields?.Project?.Id,
        TypeId = issue.Fields?.IssueType?.Id,
        HierarchyLevel = issue.Fields?.IssueType?.HierarchyLevel,
        IsSubtask = issue.Fields?.IssueType?.Subtask,
        ParentId = issue.Fields?.Parent?.Id,
        StatusName = issue.Fields?.Status?.Name,
        StatusCategoryKey = issue.Fields?.Status?.StatusCategory?.Key,
        Updated = issue.Fields?.Updated,
    }.ToSnapshot();
}
