using Addon.Core.Common;
using Addon.Core.Cycles;

namespace Addon.Web.Data.Cycles;

/// <summary>Cycles as a table.</summary>
internal sealed class CycleStore(DbSession session, TimeProvider clock) : ICycleStore
{
    public async Task<Cycle?> FindAsync(TenantId tenant, CycleId id, CancellationToken ct) =>
        (await session.FindAsync<CycleRow>(CycleSql.Find, new { tenant = tenant.Value, id = id.Value }, ct))?.ToCycle();

    public async Task<Cycle?> FindAsync(TenantId tenant, string name, CancellationToken ct) =>
        (await session.FindAsync<CycleRow>(CycleSql.FindByName, new { tenant = tenant.Value, name }, ct))?.ToCycle();

    public async Task<IReadOnlyList<Cycle>> ListAsync(TenantId tenant, CancellationToken ct) =>
        [.. (await session.QueryAsync<CycleRow>(CycleSql.List, new { tenant = tenant.Value }, ct)).Select(r => r.ToCycle())];

    public async Task<IReadOnlyList<Cycle>> ListHeldAsync(TenantId tenant, CancellationToken ct) =>
        [.. (await session.QueryAsync<CycleRow>(CycleSql.ListHeld, new { tenant = tenant.Value }, ct)).Select(r => r.ToCycle())];

    public Task AddAsync(TenantId tenant, Cycle cycle, AccountId actor, CancellationToken ct) =>
        session.ExecuteAsync(CycleSql.Add, Parameters(tenant, cycle, actor), ct);

    public async Task<bool> UpdateAsync(TenantId tenant, Cycle cycle, AccountId actor, CancellationToken ct) =>
        await session.ExecuteAsync(CycleSql.Update, Parameters(tenant, cycle, actor), ct) == 1;

    private object Parameters(TenantId tenant, Cycle cycle, AccountId actor) => new
    {
        tenant = tenant.Value,
        id = cycle.Id.Value,
        name = cycle.Name,
        kind = (int)cycle.Kind,
        startOn = cycle.Start,
        endOn = cycle.End,
        state = (int)cycle.State,
        closingSince = cycle.ClosingSince,
        version = cycle.Version,
        actor = actor.Value,
        now = clock.GetUtcNow(),
    };
}
