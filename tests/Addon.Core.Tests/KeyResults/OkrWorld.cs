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

namespace Addon.Core.Tests.KeyResults;

/// <summary>One team with one objective in one cycle, and the use cases of its key results.</summary>
internal sealed class OkrWorld
{
    public static readonly AccountId Owner = new("kr-owner");
    public static readonly AccountId Lead = new("scope-owner");
    public static readonly AccountId ProjectAdmin = new("project-admin");
    public static readonly AccountId Engineer = new("engineer");
    public static readonly AccountId Stranger = new("stranger");

    private static readonly ProjectId Project = new(10000);

    private readonly TenantId tenant = TenantId.New();
    private readonly ScopeAuthority authority;
    private readonly KeyResultAccess access;
    private readonly KeyResultEditor editor;
    private readonly ValueSeries series;
    private readonly IObjectiveStore objectives;
    private readonly IAuditTrail trail;
    private readonly IScopeStore scopes;
    private readonly UnitOfWork work = new();

    public OkrWorld()
    {
        Scope = new Scope { Id = ScopeId.New(), Kind = ScopeKind.Team, Name = "Payments", Owner = Lead, MappingOwner = Engineer };
        Cycle = Cycle.QuarterOf(new DateOnly(2026, 11, 21));
        Objective = new Objective { Id = ObjectiveId.New(), Number = 1, Scope = Scope.Id, Cycle = Cycle.Id, Title = "Payments never stop", Owner = Lead };
        scopes = StrictStub.For<IScopeStore>(FindScope, ListProjects);
        objectives = StrictStub.For<IObjectiveStore>(FindObjective, UpdateObjective);
        trail = StrictStub.For<IAuditTrail>(Append);
        authority = new ScopeAuthority(scopes, StrictStub.For<IJiraPermissions>(Which));
        access = new KeyResultAccess(KeyResults, objectives, scopes, StrictStub.For<ICycleStore>(FindCycle), authority);
        editor = new KeyResultEditor(access, KeyResults, trail, work);
        series = new ValueSeries(KeyResults, trail);

        Task<Scope?> FindScope(TenantId t, ScopeId id, CancellationToken ct) => Task.FromResult(id == Scope.Id ? Scope : null);
        Task<IReadOnlyList<ProjectId>> ListProjects(TenantId t, ScopeId id, CancellationToken ct) => Task.FromResult<IReadOnlyList<ProjectId>>([Project]);
        Task<Objective?> FindObjective(TenantId t, ObjectiveId id, CancellationToken ct) => Task.FromResult(id == Objective.Id ? Objective : null);
        Task<Cycle?> FindCycle(TenantId t, CycleId id, CancellationToken ct) => Task.FromResult<Cycle?>(Cycle);
        Task<bool> UpdateObjective(TenantId t, Objective changed, AccountId actor, CancellationToken ct)
        {
            Objective = changed with { Version = changed.Version + 1 };
            return Task.FromResult(true);
        }

        Task Append(TenantId t, AuditEntry entry, CancellationToken ct)
        {
            Audit.Add(entry);
            return Task.CompletedTask;
        }

        Task<Outcome<IReadOnlySet<ProjectId>>> Which(TenantId t, AccountId account, JiraPermission permission, IReadOnlyCollection<ProjectId> projects, CancellationToken ct) =>
            Task.FromResult(Outcome<IReadOnlySet<ProjectId>>.Success(
                (permission == JiraPermission.BrowseProject && account != Stranger) || account == ProjectAdmin ? projects.ToHashSet() : new HashSet<ProjectId>()));
    }

    public MemoryKeyResults KeyResults { get; } = new();

    public FixedClock Clock { get; } = new();

    public List<AuditEntry> Audit { get; } = [];

    public Scope Scope { get; set; }

    public Cycle Cycle { get; set; }

    public Objective Objective { get; set; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static KeyResultDraft Draft() => Samples.Draft() with { Owner = Owner };

    public Task<Outcome<KeyResult>> AddAsync(KeyResultDraft draft, AccountId? actor = null) =>
        new AddKeyResult(access, KeyResults, authority, trail, work).AddAsync(tenant, actor ?? Lead, Objective.Id, draft, Ct);

    public Task<Outcome<KeyResult>> EditAsync(KeyResult seen, KeyResultDraft draft, AccountId? actor = null) =>
        new EditKeyResult(editor).EditAsync(tenant, actor ?? Lead, seen.Id, seen.Version, draft, Ct);

    public Task<Outcome<KeyResult>> ActivateAsync(KeyResult seen, decimal? from = null) =>
        new ActivateKeyResult(editor, KeyResults, objectives, trail, Clock).ActivateAsync(tenant, Lead, seen.Id, seen.Version, from, Ct);

    public Task<Outcome<KeyResult>> DiscardAsync(KeyResult seen) => new DiscardKeyResult(access, KeyResults, trail, work).DiscardAsync(tenant, Lead, seen.Id, seen.Version, Ct);

    public Task<Outcome<KeyResult>> RetargetAsync(KeyResult seen, KeyResultTarget target, string? reason = null) =>
        new RetargetKeyResult(editor, KeyResults, Clock).RetargetAsync(tenant, Lead, seen.Id, seen.Version, target, reason, Ct);

    /// <summary>Takes a key result to another state, with every reason that any of them needs.</summary>
    public Task<Outcome<KeyResult>> MoveAsync(KeyResult seen, KeyResultState next, string? reason = "Because", string? redirect = null)
    {
        var end = new EndKeyResult(editor, Clock);
        return next switch
        {
            KeyResultState.Active => ActivateAsync(seen, seen.State == KeyResultState.Baselining ? 12 : null),
            KeyResultState.Baselining => new StartBaselining(editor, Clock).StartAsync(tenant, Lead, seen.Id, seen.Version, Ct),
            KeyResultState.Dormant => new PutKeyResultToSleep(editor, Clock).SleepAsync(tenant, Lead, seen.Id, seen.Version, reason, Ct),
            KeyResultState.Achieved => end.AchieveAsync(tenant, Lead, seen.Id, seen.Version, reason, Ct),
            KeyResultState.Missed => end.MissAsync(tenant, Lead, seen.Id, seen.Version, reason, Ct),
            KeyResultState.Killed => end.KillAsync(tenant, Lead, seen.Id, seen.Version, reason, redirect, Ct),
            _ => throw new ArgumentOutOfRangeException(nameof(next)),
        };
    }

    public Task<Outcome<KeyResultValue>> RecordAsync(KeyResult keyResult, ValueDraft draft, AccountId? actor = null) =>
        new RecordValue(access, series, work, Clock).RecordAsync(tenant, actor ?? Lead, keyResult.Id, draft, Ct);

    public Task<Outcome<KeyResultValue>> RecordAsync(KeyResult keyResult, decimal value) => RecordAsync(keyResult, new ValueDraft { Value = value });

    public Task<Outcome<KeyResultValue>> CorrectAsync(KeyResult keyResult, Guid wrong, decimal value) =>
        new RecordValue(access, series, work, Clock).CorrectAsync(tenant, Lead, keyResult.Id, wrong, new ValueDraft { Value = value }, Ct);

    public Task<Outcome<CheckIn>> CheckInAsync(KeyResult keyResult, CheckInDraft draft) =>
        new RecordCheckIn(access, series, KeyResults, trail, work, Clock).RecordAsync(tenant, Lead, keyResult.Id, draft, Ct);

    public Task<Outcome<KeyResult>> LiftAsync(KeyResult keyResult, string? note) => new LiftHealth(editor, Clock).LiftAsync(tenant, Lead, keyResult.Id, note, Ct);

    public AcceptHints Hints() => new(editor);

    public Task<Outcome<KeyResult>> AcceptHintAsync(KeyResult keyResult, string rule) => Hints().AcceptAsync(tenant, Lead, keyResult.Id, rule, Ct);

    public Task<Outcome<KeyResult>> WithdrawHintAsync(KeyResult keyResult, string rule) => Hints().WithdrawAsync(tenant, Lead, keyResult.Id, rule, Ct);

    public Task<Outcome<CoAuthor>> InviteAsync(KeyResult keyResult, AccountId? account, AccountId? actor = null) => CoAuthors().InviteAsync(tenant, actor ?? Lead, keyResult.Id, account, Ct);

    public Task<Outcome<CoAuthor>> AcceptAsync(KeyResult keyResult, AccountId actor) => CoAuthors().AcceptAsync(tenant, actor, keyResult.Id, Ct);

    public Task<Outcome<CoAuthor>> RemoveAsync(KeyResult keyResult, AccountId account, AccountId actor) => CoAuthors().RemoveAsync(tenant, actor, keyResult.Id, account, Ct);

    /// <summary>A key result in that state, which got there step by step.</summary>
    public async Task<KeyResult> InStateAsync(KeyResultState state, KeyResultDraft? draft = null)
    {
        var added = Good(await AddAsync(draft ?? Draft()));
        if (state == KeyResultState.Draft)
        {
            return added;
        }

        if (state == KeyResultState.Baselining)
        {
            return Good(await MoveAsync(added, state));
        }

        var active = Good(await ActivateAsync(added));
        if (state == KeyResultState.Active)
        {
            return active;
        }

        if (state == KeyResultState.Achieved)
        {
            Good(await RecordAsync(active, active.To ?? active.Low ?? 0));
        }

        return Good(await MoveAsync(active, state));
    }

    public static T Good<T>(Outcome<T> outcome)
    {
        outcome.Succeeded.ShouldBeTrue($"{outcome.Error?.Code}: {outcome.Error?.Message} {string.Join(", ", outcome.Error?.Fields.Select(f => $"{f.Field}:{f.Code}") ?? [])}");
        return outcome.Value!;
    }

    private ManageCoAuthors CoAuthors() => new(access, KeyResults, authority, trail, work, Clock);

    private sealed class UnitOfWork : IUnitOfWork
    {
        public Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct) => work(ct);
    }
}
