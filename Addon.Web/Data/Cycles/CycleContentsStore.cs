using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.Work;
using Addon.Web.Data.KeyResults;
using Addon.Web.Data.Objectives;

namespace Addon.Web.Data.Cycles;

/// <summary>What belongs to a cycle, read and copied as sets.</summary>
internal sealed class CycleContentsStore(DbSession session, NumberSequence numbers, IUnitOfWork work, TimeProvider clock) : ICycleContents
{
    public Task<int> CountOpenAsync(TenantId tenant, CycleId cycle, CancellationToken ct) => session.FindAsync<int>(CycleContentsSql.CountOpen, Of(tenant, cycle), ct);

    public async Task<bool> HasBegunAsync(TenantId tenant, CycleId cycle, CancellationToken ct) =>
        await session.FindAsync<int>(CycleContentsSql.CountBegun, Of(tenant, cycle), ct) > 0;

    public Task<CycleContents> ReadAsync(TenantId tenant, CycleId cycle, CancellationToken ct) => session.QueryMultipleAsync(
        CycleContentsSql.Read,
        Of(tenant, cycle),
        async grid => new CycleContents(
            [.. (await grid.ReadAsync<ObjectiveRow>()).Select(r => r.ToObjective())], [.. (await grid.ReadAsync<KeyResultRow>()).Select(r => r.ToKeyResult())]),
        ct);

    public async Task<IReadOnlyDictionary<ObjectiveId, CycleId>> ReadParentCyclesAsync(TenantId tenant, CycleId cycle, CancellationToken ct) =>
        (await session.QueryAsync<ParentRow>(CycleContentsSql.ReadParentCycles, Of(tenant, cycle), ct)).ToDictionary(r => new ObjectiveId(r.Id), r => new CycleId(r.CycleId));

    public async Task<IReadOnlyDictionary<KeyResultId, Delivery>> ReadDeliveryAsync(TenantId tenant, CycleId cycle, CancellationToken ct) =>
        (await session.QueryAsync<DeliveryRow>(CycleContentsSql.ReadDelivery, Of(tenant, cycle), ct))
            .ToDictionary(r => new KeyResultId(r.KeyResultId), r => new Delivery(r.DoneCount, r.TotalCount));

    public Task<CycleContents> AddDraftsAsync(TenantId tenant, CycleContents drafts, AccountId actor, CancellationToken ct) => work.RunAsync(
        async ct =>
        {
            var numbered = await NumberAsync(tenant, drafts, ct);
            var objectives = numbered.Objectives.Select(ObjectiveDraftRow.Of).ToList();
            await AddAsync(CycleContentsSql.AddObjectives, tenant, objectives, actor, ct);
            await AddAsync(CycleContentsSql.AddKeyResults, tenant, numbered.KeyResults.Select(KeyResultDraftRow.Of).ToList(), actor, ct);
            var serving = objectives.FindAll(o => o.ParentKeyResult is not null);
            if (serving.Count > 0)
            {
                await session.ExecuteAsync(CycleContentsSql.LinkParents, new { tenant = tenant.Value, rows = DbJson.Write(serving) }, ct);
            }

            return numbered;
        },
        ct);

    private async Task AddAsync<T>(SqlPair sql, TenantId tenant, List<T> rows, AccountId actor, CancellationToken ct)
    {
        if (rows.Count > 0)
        {
            await session.ExecuteAsync(sql, new { tenant = tenant.Value, rows = DbJson.Write(rows), actor = actor.Value, now = clock.GetUtcNow() }, ct);
        }
    }

    private async Task<CycleContents> NumberAsync(TenantId tenant, CycleContents drafts, CancellationToken ct)
    {
        var objective = drafts.Objectives.Count > 0 ? await numbers.TakeAsync(tenant, NumberSequence.Objective, drafts.Objectives.Count, ct) : 0;
        var keyResult = drafts.KeyResults.Count > 0 ? await numbers.TakeAsync(tenant, NumberSequence.KeyResult, drafts.KeyResults.Count, ct) : 0;
        return new CycleContents(
            [.. drafts.Objectives.Select((o, i) => o with { Number = objective + i })], [.. drafts.KeyResults.Select((k, i) => k with { Number = keyResult + i })]);
    }

    private static object Of(TenantId tenant, CycleId cycle) => new { tenant = tenant.Value, cycle = cycle.Value };

    private sealed class ParentRow
    {
        public Guid Id { get; set; }

        public Guid CycleId { get; set; }
    }

    private sealed class DeliveryRow
    {
        public Guid KeyResultId { get; set; }

        public int TotalCount { get; set; }

        public int DoneCount { get; set; }
    }
}
