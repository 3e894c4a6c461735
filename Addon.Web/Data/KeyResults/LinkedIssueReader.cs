using Addon.Core.Common;
using Addon.Core.KeyResults;
using Addon.Core.Work;

namespace Addon.Web.Data.KeyResults;

/// <summary>Reads the issues behind a key result with one command.</summary>
internal sealed class LinkedIssueReader(DbSession session) : ILinkedIssueReader
{
    public Task<UncheckedIssues?> ReadAsync(TenantId tenant, ProjectId? project, KeyResultId keyResult, int after, CancellationToken ct) => session.QueryMultipleAsync(
        LinkedIssueSql.Read,
        new { tenant = tenant.Value, project = project?.Value, keyResult = keyResult.Value, after, most = UncheckedIssues.Most },
        async grid =>
        {
            var isOwn = await grid.ReadSingleOrDefaultAsync<Guid?>() is not null;
            var issues = (await grid.ReadAsync<IssueRow>()).ToList();
            return isOwn ? ToPart(issues, after) : null;
        },
        ct);

    private static UncheckedIssues ToPart(List<IssueRow> issues, int after)
    {
        var listed = issues.FindAll(i => i.Listed == 1).ConvertAll(i => new LinkedIssue(
            new IssueId(i.IssueId), i.IssueKey, i.StatusName, (StatusCategory)i.StatusCategory, Inherited: i.Depth > 0));
        var (end, total) = (after + listed.Count, issues.Count == 0 ? after : issues[0].TotalCount);
        return listed.Count == UncheckedIssues.Most && end < total ? new UncheckedIssues(listed, 0, end) : new UncheckedIssues(listed, total - end);
    }

    private sealed class IssueRow
    {
        public int Depth { get; set; }

        public long IssueId { get; set; }

        public string IssueKey { get; set; } = "";

        public string StatusName { get; set; } = "";

        public int StatusCategory { get; set; }

        public int Listed { get; set; }

        public int TotalCount { get; set; }
    }
}
