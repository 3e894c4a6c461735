using Addon.Core.Common;
using Addon.Core.KeyResultPage;
using Addon.Core.Work;
using Addon.Web.Data.Cycles;
using Addon.Web.Data.KeyResults;
using Addon.Web.Data.Objectives;
using Addon.Web.Data.Scopes;
using Dapper;

namespace Addon.Web.Data.KeyResultPage;

/// <summary>Reads a key result's page with one command.</summary>
internal sealed class KeyResultPageReader(DbSession session) : IKeyResultPageReader
{
    public Task<KeyResultSheet?> ReadAsync(TenantId tenant, KeyResultId id, CancellationToken ct) =>
        session.QueryMultipleAsync(KeyResultPageSql.Read, new { tenant = tenant.Value, id = id.Value }, ReadAsync, ct);

    private static async Task<KeyResultSheet?> ReadAsync(SqlMapper.GridReader grid)
    {
        if (await grid.ReadSingleOrDefaultAsync<SheetRow>() is not { } row)
        {
            return null;
        }

        var objective = (await grid.ReadSingleAsync<ObjectiveRow>()).ToObjective();
        var scope = (await grid.ReadSingleAsync<ScopeRow>()).ToScope();
        var cycle = (await grid.ReadSingleAsync<CycleRow>()).ToCycle();
        var line = LineStepRow.ToLines(await grid.ReadAsync<LineStepRow>())[objective.Id.Value].ToList();
        var values = (await grid.ReadAsync<ValueRow>()).Select(r => r.ToValue()).ToList();
        var checkIns = (await grid.ReadAsync<CheckInRow>()).Select(r => r.ToCheckIn()).ToList();
        var changes = (await grid.ReadAsync<TargetChangeRow>()).Select(r => r.ToTargetChange()).ToList();
        var coAuthors = (await grid.ReadAsync<CoAuthorRow>()).Select(r => r.ToCoAuthor()).ToList();
        var work = await grid.ReadSingleAsync<WorkRow>();
        return new KeyResultSheet
        {
            KeyResult = row.ToKeyResult(),
            Objective = objective,
            Scope = scope,
            Cycle = cycle,
            Line = line,
            Values = values,
            CheckIns = checkIns,
            TargetChanges = changes,
            CoAuthors = coAuthors,
            Delivery = new Delivery(work.DoneCount, work.TotalCount),
            Inherited = work.InheritedCount,
            CarriedFromNumber = row.CarriedFromNumber,
            Project = row.ProjectId is { } project ? new ProjectId(project) : null,
        };
    }

    private sealed class SheetRow : KeyResultRow
    {
        public int? CarriedFromNumber { get; set; }

        public long? ProjectId { get; set; }
    }

    private sealed class WorkRow
    {
        public int TotalCount { get; set; }

        public int DoneCount { get; set; }

        public int InheritedCount { get; set; }
    }
}
