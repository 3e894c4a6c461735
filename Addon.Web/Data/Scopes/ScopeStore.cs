using Addon.Core.Common;
using Addon.Core.Scopes;

namespace Addon.Web.Data.Scopes;

/// <summary>Scopes and their projects as tables.</summary>
internal sealed class ScopeStore(DbSession session, IUnitOfWork work, TimeProvider clock) : IScopeStore
{
    private const string CompanySlot = "company";

    public async Task<Scope?> FindAsync(TenantId tenant, ScopeId id, CancellationToken ct) =>
        (await session.FindAsync<ScopeRow>(ScopeSql.Find, new { tenant = tenant.Value, id = id.Value }, ct))?.ToScope();

    public async Task<Scope?> FindCompanyAsync(TenantId tenant, CancellationToken ct) =>
        (await session.FindAsync<ScopeRow>(ScopeSql.FindBySlot, new { tenant = tenant.Value, slot = CompanySlot }, ct))?.ToScope();

    public async Task<Scope?> FindOfProjectAsync(TenantId tenant, ProjectId project, CancellationToken ct) =>
        (await session.FindAsync<ScopeRow>(ScopeSql.FindOfProject, new { tenant = tenant.Value, project = project.Value }, ct))?.ToScope();

    public async Task<IReadOnlyList<Scope>> ListAsync(TenantId tenant, CancellationToken ct) =>
        [.. (await session.QueryAsync<ScopeRow>(ScopeSql.List, new { tenant = tenant.Value }, ct)).Select(r => r.ToScope())];

    public async Task<IReadOnlyList<ProjectId>> ListProjectsAsync(TenantId tenant, ScopeId scope, CancellationToken ct) =>
        [.. (await session.QueryAsync<long>(ScopeSql.ListProjects, new { tenant = tenant.Value, scope = scope.Value }, ct)).Select(id => new ProjectId(id))];

    public async Task<IReadOnlyList<(ScopeId Scope, ProjectId Project)>> ListMappingsAsync(TenantId tenant, CancellationToken ct) =>
        [.. (await session.QueryAsync<MappingRow>(ScopeSql.ListMappings, new { tenant = tenant.Value }, ct)).Select(r => (new ScopeId(r.ScopeId), new ProjectId(r.ProjectId)))];

    public async Task<bool> HasActiveObjectiveAsync(TenantId tenant, ScopeId scope, CancellationToken ct) =>
        await session.FindAsync<int>(ScopeSql.CountActiveObjectives, new { tenant = tenant.Value, scope = scope.Value }, ct) > 0;

    public Task AddAsync(TenantId tenant, Scope scope, AccountId actor, CancellationToken ct) =>
        session.ExecuteAsync(ScopeSql.Add, Parameters(tenant, scope, actor), ct);

    public async Task<bool> UpdateAsync(TenantId tenant, Scope scope, AccountId actor, CancellationToken ct) =>
        await session.ExecuteAsync(ScopeSql.Update, Parameters(tenant, scope, actor), ct) == 1;

    public Task MapProjectAsync(TenantId tenant, ScopeId scope, ProjectId project, AccountId actor, CancellationToken ct) => work.RunAsync(
        async ct =>
        {
            await UnmapProjectAsync(tenant, project, ct);
            return await session.ExecuteAsync(
                ScopeSql.MapProject, new { tenant = tenant.Value, scope = scope.Value, project = project.Value, actor = actor.Value, now = clock.GetUtcNow() }, ct);
        },
        ct);

    public Task UnmapProjectAsync(TenantId tenant, ProjectId project, CancellationToken ct) =>
        session.ExecuteAsync(ScopeSql.UnmapProject, new { tenant = tenant.Value, project = project.Value }, ct);

    private object Parameters(TenantId tenant, Scope scope, AccountId actor) => new
    {
        tenant = tenant.Value,
        id = scope.Id.Value,
        kind = (int)scope.Kind,
        slot = scope.Kind == ScopeKind.Company ? CompanySlot : scope.Id.Value.ToString("D"),
        name = scope.Name,
        parent = scope.Parent?.Value,
        owner = scope.Owner?.Value,
        mappingOwner = scope.MappingOwner?.Value,
        deputy = scope.Deputy?.Account.Value,
        deputyUntil = scope.Deputy?.Until,
        rhythm = (int)scope.Rhythm,
        meetingDay = (int)scope.MeetingDay,
        dueMinute = (scope.DueTime.Hour * 60) + scope.DueTime.Minute,
        timeZone = scope.TimeZone,
        holidays = DbJson.Write(scope.Holidays),
        version = scope.Version,
        actor = actor.Value,
        now = clock.GetUtcNow(),
    };

    private sealed class MappingRow
    {
        public Guid ScopeId { get; set; }

        public long ProjectId { get; set; }
    }
}
