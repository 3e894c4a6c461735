using Addon.Core.Audit;
using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.Jira;
using Addon.Core.KeyResults;
using Addon.Core.Objectives;
using Addon.Core.Scopes;
using Addon.Core.Tests.Fakes;
using Shouldly;
using Xunit;

namespace Addon.Core.Tests.Objectives;

/// <summary>A company with a department and a team below it, a year and two quarters, and the use cases of their objectives.</summary>
internal sealed class ObjectiveWorld
{
    public static readonly AccountId Lead = new("scope-owner");
    public static readonly AccountId ProjectAdmin = new("project-admin");
    public static readonly AccountId JiraAdmin = new("jira-admin");
    public static readonly AccountId Engineer = new("engineer");
    public static readonly AccountId Stranger = new("stranger");
    public static readonly ProjectId Project = new(10000);
    public static readonly ProjectId Unmapped = new(10001);

    private readonly TenantId tenant = TenantId.New();
    private readonly Dictionary<ScopeId, Scope> scopes = [];
    private readonly Dictionary<CycleId, Cycle> cycles = [];
    private readonly Dictionary<ProjectId, ScopeId> projects = [];
    private readonly IScopeStore scopeStore;
    private readonly ICycleStore cycleStore;
    private readonly ScopeAuthority authority;
    private readonly IAuditTrail trail;
    private readonly UnitOfWork work = new();

    public ObjectiveWorld()
    {
        Objectives = new MemoryObjectives(KeyResults);
        Company = Keep(new Scope { Id = ScopeId.New(), Kind = ScopeKind.Company, Name = "Company", MappingOwner = JiraAdmin });
        Department = Keep(new Scope { Id = ScopeId.New(), Kind = ScopeKind.Department, Name = "Commerce", Parent = Company.Id, MappingOwner = JiraAdmin });
        Team = Keep(new Scope { Id = ScopeId.New(), Kind = ScopeKind.Team, Name = "Payments", Parent = Department.Id, Owner = Lead, MappingOwner = Engineer });
        Quarter = Keep(Cycle.QuarterOf(new DateOnly(2026, 11, 21)));
        NextQuarter = Keep(Cycle.QuarterOf(new DateOnly(2027, 2, 1)) with { State = CycleState.Planned });
        Year = Keep(new Cycle { Id = CycleId.New(), Name = "2026", Kind = CycleKind.Year, Start = new DateOnly(2026, 1, 1), End = new DateOnly(2026, 12, 31) });
        projects[Project] = Team.Id;
        scopeStore = StrictStub.For<IScopeStore>(FindScope, FindCompany, FindOfProject, ListProjects, Changed, MapProject);
        cycleStore = StrictStub.For<ICycleStore>(FindCycle, FindNamed, ListCycles, AddCycle);
        trail = StrictStub.For<IAuditTrail>(Append);
        authority = new ScopeAuthority(scopeStore, StrictStub.For<IJiraPermissions>(Which, OnProject, OnSite));

        Task<Scope?> FindScope(TenantId t, ScopeId id, CancellationToken ct) => Task.FromResult(scopes.GetValueOrDefault(id));
        Task<Scope?> FindCompany(TenantId t, CancellationToken ct) => Task.FromResult(scopes.Values.FirstOrDefault(s => s.Kind == ScopeKind.Company));
        Task<Scope?> FindOfProject(TenantId t, ProjectId project, CancellationToken ct) =>
            Task.FromResult(projects.TryGetValue(project, out var id) ? scopes[id] : null);
        Task<IReadOnlyList<ProjectId>> ListProjects(TenantId t, ScopeId id, CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<ProjectId>>([.. projects.Where(p => p.Value == id).Select(p => p.Key)]);
        Task Changed(TenantId t, Scope scope, AccountId actor, CancellationToken ct)
        {
            Keep(scope);
            return Task.CompletedTask;
        }

        Task MapProject(TenantId t, ScopeId scope, ProjectId project, AccountId actor, CancellationToken ct)
        {
            projects[project] = scope;
            return Task.CompletedTask;
        }

        Task<Cycle?> FindCycle(TenantId t, CycleId id, CancellationToken ct) => Task.FromResult(cycles.GetValueOrDefault(id));
        Task<Cycle?> FindNamed(TenantId t, string name, CancellationToken ct) => Task.FromResult(cycles.Values.FirstOrDefault(c => c.Name == name));
        Task<IReadOnlyList<Cycle>> ListCycles(TenantId t, CancellationToken ct) => Task.FromResult<IReadOnlyList<Cycle>>([.. cycles.Values]);
        Task AddCycle(TenantId t, Cycle cycle, AccountId actor, CancellationToken ct)
        {
            Keep(cycle);
            return Task.CompletedTask;
        }

        Task Append(TenantId t, AuditEntry entry, CancellationToken ct)
        {
            Audit.Add(entry);
            return Task.CompletedTask;
        }

        Task<Outcome<IReadOnlySet<ProjectId>>> Which(TenantId t, AccountId account, JiraPermission permission, IReadOnlyCollection<ProjectId> asked, CancellationToken ct) =>
            Task.FromResult(Outcome<IReadOnlySet<ProjectId>>.Success(
                (permission == JiraPermission.BrowseProject && account != Stranger) || account == ProjectAdmin ? asked.ToHashSet() : new HashSet<ProjectId>()));
        Task<Outcome<bool>> OnProject(TenantId t, AccountId account, JiraPermission permission, ProjectId project, CancellationToken ct) =>
            Task.FromResult<Outcome<bool>>(account == ProjectAdmin);
        Task<Outcome<bool>> OnSite(TenantId t, AccountId account, JiraPermission permission, CancellationToken ct) =>
            Task.FromResult<Outcome<bool>>(account == JiraAdmin);
    }

    public MemoryKeyResults KeyResults { get; } = new();

    public MemoryObjectives Objectives { get; }

    public FixedClock Clock { get; } = new();

    public List<AuditEntry> Audit { get; } = [];

    public Scope Company { get; }

    public Scope Department { get; }

    public Scope Team { get; private set; }

    public Cycle Quarter { get; private set; }

    public Cycle NextQuarter { get; }

    public Cycle Year { get; }

    public IEnumerable<Scope> Scopes => scopes.Values;

    public IEnumerable<Cycle> Cycles => cycles.Values;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static ObjectiveDraft Draft(string title = "Payments never stop") => new() { Title = title, Owner = Lead };

    public Task<Outcome<Objective>> AddAsync(ObjectiveDraft draft, Scope? scope = null, Cycle? cycle = null, AccountId? actor = null)
    {
        var owner = scope ?? Team;
        return Write().AddToScopeAsync(tenant, actor ?? (owner.Kind == ScopeKind.Team ? Lead : JiraAdmin), owner.Id, (cycle ?? Quarter).Id, draft, Ct);
    }

    public Task<Outcome<Objective>> AddToProjectAsync(ProjectId project, AccountId actor, CycleId? cycle = null, ObjectiveDraft? draft = null) =>
        Write().AddToProjectAsync(tenant, actor, project, "Search", cycle, draft ?? Draft(), Ct);

    public Task<Outcome<Objective>> AddToCompanyAsync(AccountId actor) => Write().AddToCompanyAsync(tenant, actor, Quarter.Id, Draft("Grow without losing trust"), Ct);

    public Task<Outcome<Objective>> EditAsync(Objective seen, ObjectiveDraft draft, AccountId? actor = null) => Write().EditAsync(tenant, actor ?? Lead, seen.Id, seen.Version, draft, Ct);

    public Task<Outcome<Objective>> DiscardAsync(Objective seen, AccountId? actor = null) => Write().DiscardAsync(tenant, actor ?? Lead, seen.Id, seen.Version, Ct);

    public Task<Outcome<Objective>> MoveAsync(Objective seen, ObjectiveState next, ObjectiveOutcome? outcome = null, AccountId? actor = null) =>
        new MoveObjective(Objectives, KeyResults, scopeStore, cycleStore, authority, trail, work, Clock)
            .MoveAsync(tenant, actor ?? Lead, seen.Id, seen.Version, next, outcome, Ct);

    public Task<Outcome<Objective>> ReadAsync(Objective objective, AccountId actor) =>
        new ReadObjectives(Objectives, scopeStore, authority).FindAsync(tenant, actor, objective.Id, Ct);

    /// <summary>Adds a key result in any state, without a word about how it got there.</summary>
    public KeyResult AddKeyResult(Objective objective, KeyResultState state = KeyResultState.Draft, Func<KeyResult, KeyResult>? change = null)
    {
        var keyResult = Samples.KeyResult() with { Objective = objective.Id, State = state };
        return KeyResults[keyResult.Id] = change?.Invoke(keyResult) ?? keyResult;
    }

    /// <summary>An objective of the team in that state.</summary>
    public async Task<Objective> InStateAsync(ObjectiveState state)
    {
        var draft = Good(await AddAsync(Draft()));
        if (state == ObjectiveState.Draft)
        {
            return draft;
        }

        var keyResult = AddKeyResult(draft, KeyResultState.Active);
        var active = Good(await MoveAsync(draft, ObjectiveState.Active));
        if (state == ObjectiveState.Active)
        {
            return active;
        }

        KeyResults[keyResult.Id] = keyResult with { State = KeyResultState.Missed };
        return Good(await MoveAsync(active, ObjectiveState.Closed, ObjectiveOutcome.Partly));
    }

    public void SetCycle(CycleState state) => Quarter = Keep(Quarter with { State = state });

    public void Remove(Cycle cycle) => cycles.Remove(cycle.Id);

    public void ForgetMappingOwner() => Team = Keep(Team with { MappingOwner = null });

    public static Objective Good(Outcome<Objective> outcome)
    {
        outcome.Succeeded.ShouldBeTrue($"{outcome.Error?.Code}: {outcome.Error?.Message}");
        return outcome.Value!;
    }

    private WriteObjective Write() => new(
        Objectives,
        KeyResults,
        scopeStore,
        cycleStore,
        new ObjectivePlaces(scopeStore, cycleStore, trail, Clock),
        new ObjectiveParents(Objectives, KeyResults, scopeStore, cycleStore),
        authority,
        trail,
        work);

    private Scope Keep(Scope scope) => scopes[scope.Id] = scope;

    private Cycle Keep(Cycle cycle) => cycles[cycle.Id] = cycle;

    private sealed class UnitOfWork : IUnitOfWork
    {
        public Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct) => work(ct);
    }
}
