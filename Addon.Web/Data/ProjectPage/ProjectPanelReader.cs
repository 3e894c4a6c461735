using Addon.Core.Common;
using Addon.Core.ProjectPage;
using Addon.Core.Scopes;
using Addon.Core.Work;
using Addon.Web.Data.KeyResults;
using Addon.Web.Data.Objectives;
using Addon.Web.Data.Scopes;

namespace Addon.Web.Data.ProjectPage;

/// <summary>Reads a project's panel with one command.</summary>
/// <remarks>
/// The work behind a team's key result is counted and not listed: which issues a person may see is not known here. The work behind the company's key results is not
/// read at all.
/// </remarks>
internal sealed class ProjectPanelReader(DbSession session) : IProjectPanelReader
{
    public Task<ProjectPanel> ReadAsync(TenantId tenant, ProjectId project, CancellationToken ct) => session.QueryMultipleAsync(
        ProjectPanelSql.Read,
        new { tenant = tenant.Value, project = project.Value },
        async grid =>
        {
            var scope = (await grid.ReadSingleOrDefaultAsync<ScopeRow>())?.ToScope();
            var objectives = (await grid.ReadAsync<PanelObjectiveRow>()).ToList();
            var keyResults = (await grid.ReadAsync<KeyResultRow>()).ToLookup(r => r.ObjectiveId);
            var lines = LineStepRow.ToLines(await grid.ReadAsync<LineStepRow>());
            var work = (await grid.ReadAsync<WorkRow>()).ToDictionary(r => r.KeyResultId);

            return new ProjectPanel(scope, Of(ScopeKind.Team, ToTeams), Of(ScopeKind.Company, ToCompanys));

            PanelKeyResult ToTeams(KeyResultRow row) => ToTeamKeyResult(row, work.GetValueOrDefault(row.Id));

            static PanelKeyResult ToCompanys(KeyResultRow row) => new(row.ToKeyResult(), null, 0, row.LastCheckInNote);

            IReadOnlyList<PanelObjective> Of(ScopeKind kind, Func<KeyResultRow, PanelKeyResult> toKeyResult) =>
            [
                .. objectives.Where(o => o.ScopeKind == (int)kind).Select(o => new PanelObjective(
                    o.ToObjective(),
                    o.CycleName,
                    [.. lines[o.Id].Skip(1)],
                    [.. keyResults[o.Id].Select(toKeyResult)])),
            ];
        },
        ct);

    private static PanelKeyResult ToTeamKeyResult(KeyResultRow row, WorkRow? work) =>
        new(row.ToKeyResult(), new Delivery(work?.DoneCount ?? 0, work?.TotalCount ?? 0), work?.InheritedCount ?? 0, row.LastCheckInNote);

    private sealed class PanelObjectiveRow : ObjectiveRow
    {
        public string CycleName { get; set; } = "";

        public int ScopeKind { get; set; }
    }

    private sealed class WorkRow
    {
        public Guid KeyResultId { get; set; }

        public int TotalCount { get; set; }

        public int DoneCount { get; set; }

        public int InheritedCount { get; set; }
    }
}
