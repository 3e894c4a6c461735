using Addon.Core.Answers;
using Addon.Core.Common;
using Addon.Core.Okrs;
using Addon.Web.Data.Okrs;

namespace Addon.Web.Data.Answers;

/// <summary>Reads the issue panel with one command.</summary>
internal sealed class IssuePanelReader(DbSession session) : IIssuePanelReader
{
    public Task<IssuePanel> ReadAsync(TenantId tenant, IssueId issue, ProjectId project, CancellationToken ct) => session.QueryMultipleAsync(
        IssuePanelSql.Read,
        new { tenant = tenant.Value, issue = issue.Value, project = project.Value },
        async grid =>
        {
            var lineage = (await grid.ReadAsync<LineageRow>()).ToList();
            var linked = (await grid.ReadAsync<LinkedRow>()).OrderBy(r => r.Number).ToLookup(r => r.IssueId);
            var lines = LineStepRow.ToLines(await grid.ReadAsync<LineStepRow>());
            var choices = await grid.ReadAsync<ChoiceRow>();

            var answer = EffectiveAnswer.Resolve(lineage.Select(
                row => (row.IssueKey ?? "", row.ToAnswer([.. linked[row.IssueId].Select(k => new KeyResultId(k.Id))]))));
            return new IssuePanel
            {
                Issue = issue,
                IsKnown = lineage[0].IssueKey is not null,
                Project = lineage[0].ProjectId is { } known ? new ProjectId(known) : project,
                Answer = answer,
                Lines = LinesOf(answer.Answer, linked.SelectMany(k => k), lines),
                Choices = [.. choices.Select(c => new KeyResultChoice(c.ToKeyResult(), c.ObjectiveTitle, (ScopeKind)c.ScopeKind))],
            };
        },
        ct);

    private static IReadOnlyList<StraightLine> LinesOf(Answer answer, IEnumerable<LinkedRow> linked, ILookup<Guid, LineStep> lines) => answer is Answer.Linked chosen
        ?
        [
            .. linked.DistinctBy(k => k.Id)
                .Where(k => chosen.KeyResults.Contains(new KeyResultId(k.Id)))
                .OrderBy(k => k.Number)
                .Select(k => new StraightLine(k.ToKeyResult(), [.. lines[k.Id]])),
        ]
        : [];

    private sealed class LineageRow : AnswerRow
    {
        public long IssueId { get; set; }

        public string? IssueKey { get; set; }

        public long? ProjectId { get; set; }
    }

    private sealed class LinkedRow : KeyResultRow
    {
        public long IssueId { get; set; }
    }

    private sealed class ChoiceRow : KeyResultRow
    {
        public string ObjectiveTitle { get; set; } = "";

        public int ScopeKind { get; set; }
    }
}
