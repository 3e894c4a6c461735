using Addon.Core.Common;
using Addon.Core.Objectives;
using Addon.Core.ProjectPage;
using Addon.Core.Scopes;
using Addon.Core.Work;
using Addon.Web.Data.Scopes;

namespace Addon.Web.Data.ProjectPage;

/// <summary>Reads a project's panel with one command.</summary>
/// <remarks>
/// The work behind a team's key result is counted and not listed: which issues a person may see is not known here. The work behind what stands above the team is not
/// read at all.
/// </remarks>
internal sealed class ProjectPanelReader(DbSession session) : IProjectPanelReader
{
    /// <summary>More than objectives can stand above each other: a line that is longer goes in a circle.</summary>
    private const int MostSteps = 8;

    public Task<ProjectPanel> ReadAsync(TenantId tenant, ProjectId project, CancellationToken ct) => session.QueryMultipleAsync(
        ProjectPanelSql.Read,
        new { tenant = tenant.Value, project = project.Value },
        async grid =>
        {
            var scopes = (await grid.ReadAsync<ScopeRow>()).Select(r => r.ToScope()).ToList();
            var objectives = (await grid.ReadAsync<PanelObjectiveRow>()).ToDictionary(r => r.Id);
            var keyResults = (await grid.ReadAsync<PanelKeyResultRow>()).ToLookup(r => r.ObjectiveId);

            // The highest kind is last by the order of the rows: a team, what is above it, the company.
            var shown = scopes.ConvertAll(s => new PanelScope(s, [.. objectives.Values.Where(o => o.ScopeId == s.Id.Value).OrderBy(o => o.Number).Select(o => ToObjective(o, s.Kind))]));
            return new ProjectPanel(shown.Find(s => s.Scope.Kind == ScopeKind.Team), shown.FindAll(s => s.Scope.Kind != ScopeKind.Team));

            PanelObjective ToObjective(PanelObjectiveRow row, ScopeKind kind) => new(
                row.ToObjective(),
                row.ToCycle(),
                [.. LineOf(row, objectives)],
                [.. keyResults[row.Id].Select(k => ToKeyResult(k, kind))])
            {
                ParentCycle = row.ParentObjectiveId is { } parent && objectives.TryGetValue(parent, out var above) ? above.ToCycle() : null,
            };
        },
        ct);

    private static IEnumerable<LineStep> LineOf(PanelObjectiveRow start, Dictionary<Guid, PanelObjectiveRow> all)
    {
        var step = start;
        for (var steps = 0; steps < MostSteps && step.ParentObjectiveId is { } parent && all.TryGetValue(parent, out var above); steps++)
        {
            yield return above.ToStep(step);
            step = above;
        }
    }

    private static PanelKeyResult ToKeyResult(PanelKeyResultRow row, ScopeKind kind) =>
        new(row.ToKeyResult(), kind == ScopeKind.Team ? new Delivery(row.DoneCount, row.TotalCount) : null, row.InheritedCount);
}
