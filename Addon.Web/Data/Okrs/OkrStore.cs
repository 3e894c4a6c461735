using System.Text.Json;
using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Numbers;
using Addon.Core.Objectives;
using Addon.Core.ProjectPage;
using Addon.Core.Scopes;

namespace Addon.Web.Data.Okrs;

/// <summary>Scopes, cycles, objectives, key results and values as tables.</summary>
internal sealed class OkrStore(DbSession session, IUnitOfWork work, TimeProvider clock) : IOkrStore
{
    private const string CompanySlot = "company";
    private const string ObjectiveCounter = "objective";
    private const string KeyResultCounter = "key_result";

    public async Task<Scope?> FindScopeAsync(TenantId tenant, ScopeId id, CancellationToken ct) =>
        (await session.FindAsync<ScopeRow>(OkrSql.FindScope, new { tenant = tenant.Value, id = id.Value }, ct))?.ToScope();

    public async Task<Scope?> FindCompanyScopeAsync(TenantId tenant, CancellationToken ct) =>
        (await session.FindAsync<ScopeRow>(OkrSql.FindScopeBySlot, new { tenant = tenant.Value, slot = CompanySlot }, ct))?.ToScope();

    public async Task<Scope?> FindScopeOfProjectAsync(TenantId tenant, ProjectId project, CancellationToken ct) =>
        (await session.FindAsync<ScopeRow>(OkrSql.FindScopeOfProject, new { tenant = tenant.Value, project = project.Value }, ct))?.ToScope();

    public async Task<IReadOnlyList<ProjectId>> ListProjectsAsync(TenantId tenant, ScopeId scope, CancellationToken ct) =>
        [.. (await session.QueryAsync<long>(OkrSql.ListProjects, new { tenant = tenant.Value, scope = scope.Value }, ct)).Select(id => new ProjectId(id))];

    public Task AddScopeAsync(TenantId tenant, Scope scope, AccountId actor, CancellationToken ct) => session.ExecuteAsync(
        OkrSql.AddScope,
        new
        {
            tenant = tenant.Value,
            id = scope.Id.Value,
            kind = (int)scope.Kind,
            slot = scope.Kind == ScopeKind.Company ? CompanySlot : scope.Id.Value.ToString("D"),
            name = scope.Name,
            actor = actor.Value,
            now = clock.GetUtcNow(),
        },
        ct);

    public Task MapProjectAsync(TenantId tenant, ScopeId scope, ProjectId project, AccountId actor, CancellationToken ct) => session.ExecuteAsync(
        OkrSql.MapProject, new { tenant = tenant.Value, scope = scope.Value, project = project.Value, actor = actor.Value, now = clock.GetUtcNow() }, ct);

    public async Task<Cycle?> FindCycleAsync(TenantId tenant, string name, CancellationToken ct) =>
        await session.FindAsync<CycleRow>(OkrSql.FindCycle, new { tenant = tenant.Value, name }, ct) is { } row
            ? new Cycle(new CycleId(row.Id), row.Name, row.StartOn, row.EndOn)
            : null;

    public Task AddCycleAsync(TenantId tenant, Cycle cycle, AccountId actor, CancellationToken ct) => session.ExecuteAsync(
        OkrSql.AddCycle,
        new { tenant = tenant.Value, id = cycle.Id.Value, name = cycle.Name, startOn = cycle.Start, endOn = cycle.End, actor = actor.Value, now = clock.GetUtcNow() },
        ct);

    public Task<int> NextObjectiveNumberAsync(TenantId tenant, CancellationToken ct) => NextNumberAsync(tenant, ObjectiveCounter, ct);

    public Task<int> NextKeyResultNumberAsync(TenantId tenant, CancellationToken ct) => NextNumberAsync(tenant, KeyResultCounter, ct);

    public async Task<Objective?> FindObjectiveAsync(TenantId tenant, ObjectiveId id, CancellationToken ct) =>
        (await session.FindAsync<ObjectiveRow>(OkrSql.FindObjective, new { tenant = tenant.Value, id = id.Value }, ct))?.ToObjective();

    public Task AddObjectiveAsync(TenantId tenant, Objective objective, AccountId actor, CancellationToken ct) =>
        session.ExecuteAsync(OkrSql.AddObjective, Parameters(tenant, objective, actor), ct);

    public async Task<bool> UpdateObjectiveAsync(TenantId tenant, Objective objective, AccountId actor, CancellationToken ct) =>
        await session.ExecuteAsync(OkrSql.UpdateObjective, Parameters(tenant, objective, actor), ct) == 1;

    public async Task<KeyResult?> FindKeyResultAsync(TenantId tenant, KeyResultId id, CancellationToken ct) =>
        (await session.FindAsync<KeyResultRow>(OkrSql.FindKeyResult, new { tenant = tenant.Value, id = id.Value }, ct))?.ToKeyResult();

    public async Task<IReadOnlyList<(KeyResult KeyResult, Scope Scope)>> ListKeyResultsAsync(
        TenantId tenant, IReadOnlyCollection<KeyResultId> ids, CancellationToken ct)
    {
        var rows = await session.QueryAsync<ScopedKeyResultRow>(
            OkrSql.ListKeyResults, new { tenant = tenant.Value, ids = JsonSerializer.Serialize(ids.Select(id => id.Value)) }, ct);
        return [.. rows.Select(r => (r.ToKeyResult(), new Scope(new ScopeId(r.ScopeId), (ScopeKind)r.ScopeKind, r.ScopeName)))];
    }

    public Task<int> CountActiveKeyResultsAsync(TenantId tenant, ObjectiveId objective, CancellationToken ct) => session.FindAsync<int>(
        OkrSql.CountActiveKeyResults, new { tenant = tenant.Value, objective = objective.Value, active = (int)KeyResultState.Active }, ct);

    public Task AddKeyResultAsync(TenantId tenant, KeyResult keyResult, AccountId actor, CancellationToken ct) =>
        session.ExecuteAsync(OkrSql.AddKeyResult, Parameters(tenant, keyResult, actor), ct);

    public async Task<bool> UpdateKeyResultAsync(TenantId tenant, KeyResult keyResult, AccountId actor, CancellationToken ct) =>
        await session.ExecuteAsync(OkrSql.UpdateKeyResult, Parameters(tenant, keyResult, actor), ct) == 1;

    public Task AppendValueAsync(TenantId tenant, KeyResultValue value, CancellationToken ct) => work.RunAsync(
        async ct =>
        {
            var written = await session.ExecuteAsync(
                OkrSql.AppendValue,
                new
                {
                    tenant = tenant.Value,
                    keyResult = value.KeyResult.Value,
                    id = value.Id,
                    value = value.Value,
                    measuredAt = value.MeasuredAt,
                    note = value.Note,
                    actor = value.Actor.Value,
                    now = clock.GetUtcNow(),
                },
                ct);
            return written > 0 ? true : throw new InvalidOperationException("There is no such key result to append a value to.");
        },
        ct);

    private Task<int> NextNumberAsync(TenantId tenant, string name, CancellationToken ct) => work.RunAsync(
        async ct =>
        {
            var next = await session.WriteAndReadAsync<int>(OkrSql.NextNumber, new { tenant = tenant.Value, name }, ct);
            if (next.Count == 1)
            {
                return next[0];
            }

            // Of two that both come first, the second is refused here and runs again.
            await session.ExecuteAsync(OkrSql.FirstNumber, new { tenant = tenant.Value, name }, ct);
            return 1;
        },
        ct);

    private object Parameters(TenantId tenant, Objective objective, AccountId actor) => new
    {
        tenant = tenant.Value,
        id = objective.Id.Value,
        number = objective.Number,
        scope = objective.Scope.Value,
        cycle = objective.Cycle.Value,
        title = objective.Title,
        parentObjective = objective.Parent?.Objective.Value,
        parentKeyResult = objective.Parent?.KeyResult?.Value,
        contribution = objective.Contribution,
        version = objective.Version,
        actor = actor.Value,
        now = clock.GetUtcNow(),
    };

    private object Parameters(TenantId tenant, KeyResult keyResult, AccountId actor) => new
    {
        tenant = tenant.Value,
        id = keyResult.Id.Value,
        number = keyResult.Number,
        objective = keyResult.Objective.Value,
        title = keyResult.Title,
        direction = (int)keyResult.Direction,
        from = keyResult.From,
        to = keyResult.To,
        unit = keyResult.Unit,
        per = (int)keyResult.Per,
        owner = keyResult.Owner.Value,
        state = (int)keyResult.State,
        version = keyResult.Version,
        actor = actor.Value,
        now = clock.GetUtcNow(),
    };

    private sealed class CycleRow
    {
        public Guid Id { get; set; }

        public string Name { get; set; } = "";

        public DateOnly StartOn { get; set; }

        public DateOnly EndOn { get; set; }
    }

    private sealed class ScopedKeyResultRow : KeyResultRow
    {
        public Guid ScopeId { get; set; }

        public int ScopeKind { get; set; }

        public string ScopeName { get; set; } = "";
    }
}
