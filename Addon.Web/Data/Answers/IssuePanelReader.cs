using Addon.Core.Answers;
using Addon.Core.Common;
using Addon.Core.Objectives;
using Addon.Core.Scopes;
using Addon.Web.Data.KeyResults;
using Addon.Web.Data.Objectives;

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
            var team = await grid.ReadSingleOrDefaultAsync<Guid?>();
            var choices = await grid.ReadAsync<ChoiceRow>();

            var current = lineage[0].ProjectId is { } known ? new ProjectId(known) : project;
            var answer = EffectiveAnswer.Resolve(lineage.Select(row => (
                new Ancestor(row.IssueKey ?? "", row.ProjectId is { } its ? new ProjectId(its) : current),
                row.ToAnswer([.. linked[row.IssueId].Select(k => new KeyResultId(k.Id))]))));
            return new IssuePanel
            {
                Issue = issue,
                IsKnown = lineage[0].IssueKey is not null,
                Project = current,
                Answer = ShownAnswer.Of(
                    answer,
                    current,
                    team is { } id ? new ScopeId(id) : null,
                    linked.SelectMany(k => k).DistinctBy(k => k.Id).Select(k => k.ToOwnedLine([.. lines[k.Id]]))),
                Choices = [.. choices.Select(c => new KeyResultChoice(c.ToKeyResult(), c.ObjectiveTitle, (ScopeKind)c.ScopeKind))],
            };
        },
        ct);

    private sealed class LineageRow : AnswerRow
    {
        public long IssueId { get; set; }

        public string? IssueKey { get; set; }

        public long? ProjectId { get; set; }
    }

    private sealed class LinkedRow : KeyResultRow
    {
        public long IssueId { get; set; }

        public Guid ScopeId { get; set; }

        public int ScopeKind { get; set; }

        public OwnedLine ToOwnedLine(IReadOnlyList<LineStep> steps) => new(new StraightLine(ToKeyResult(), steps), new ScopeId(ScopeId), (ScopeKind)ScopeKind);
    }

    private sealed class ChoiceRow : KeyResultRow
    {
        public string ObjectiveTitle { get; set; } = "";

        public int ScopeKind { get; set; }
    }
}
