using Addon.Core.Answers;
using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.Events;
using Addon.Core.KeyResults;
using Addon.Core.Numbers;
using Addon.Core.Objectives;
using Addon.Core.Scopes;
using Addon.Core.Work;
using Xunit;

namespace Addon.Web.Tests.Data;

/// <summary>A tenant of its own with ways to fill it in the words of the domain.</summary>
public sealed class Site(StoreScope stores, ManualClock clock)
{
    public static readonly AccountId Anna = new("712020:anna");
    public static readonly AccountId Ben = new("712020:ben");
    public static readonly ProjectId Pay = new(10001);
    public static readonly ProjectId Web = new(10002);

    public TenantId Tenant { get; } = TenantId.New();

    public StoreScope Stores => stores;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async Task<Scope> AddTeamAsync(ProjectId project, string name = "Payments")
    {
        var scope = new Scope { Id = ScopeId.New(), Kind = ScopeKind.Team, Name = name };
        await stores.Scopes.AddAsync(Tenant, scope, Anna, Ct);
        await stores.Scopes.MapProjectAsync(Tenant, scope.Id, project, Anna, Ct);
        return scope;
    }

    public async Task<Scope> AddCompanyAsync()
    {
        var scope = new Scope { Id = ScopeId.New(), Kind = ScopeKind.Company, Name = "Company" };
        await stores.Scopes.AddAsync(Tenant, scope, Anna, Ct);
        return scope;
    }

    public async Task<Cycle> CycleAsync()
    {
        if (await stores.Cycles.FindAsync(Tenant, "2026 Q4", Ct) is { } known)
        {
            return known;
        }

        var cycle = Cycle.QuarterOf(new DateOnly(2026, 11, 2));
        await stores.Cycles.AddAsync(Tenant, cycle, Anna, Ct);
        return cycle;
    }

    public async Task<Objective> AddObjectiveAsync(Scope scope, string title = "Run a service people trust", ObjectiveParent? parent = null)
    {
        var objective = new Objective
        {
            Id = ObjectiveId.New(),
            Number = await stores.Objectives.NextNumberAsync(Tenant, Ct),
            Scope = scope.Id,
            Cycle = (await CycleAsync()).Id,
            Title = title,
            Parent = parent,
            Contribution = parent is null ? null : "Fewer outages",
        };
        await stores.Objectives.AddAsync(Tenant, objective, Anna, Ct);
        return objective;
    }

    public async Task<KeyResult> AddKeyResultAsync(Objective objective, string title = "P1 incidents", KeyResultState state = KeyResultState.Active)
    {
        var keyResult = new KeyResult
        {
            Id = KeyResultId.New(),
            Number = await stores.KeyResults.NextNumberAsync(Tenant, Ct),
            Objective = objective.Id,
            Title = title,
            Direction = KeyResultDirection.Decrease,
            From = 12,
            To = 4,
            Unit = "incidents",
            Per = KeyResultPeriod.Month,
            Owner = Anna,
            State = state,
        };
        await stores.KeyResults.AddAsync(Tenant, keyResult, Anna, Ct);
        return keyResult;
    }

    public async Task RecordAsync(KeyResult keyResult, decimal value, DateTimeOffset at, string? note = null)
    {
        await stores.KeyResults.AppendValueAsync(Tenant, Value(keyResult.Id, value, at), Ct);
        await stores.KeyResults.SaveSummaryAsync(
            Tenant, keyResult.Id, SeriesRules.Summarize(keyResult, await stores.KeyResults.ListValuesAsync(Tenant, keyResult.Id, Ct), "UTC"), Ct);
        if (note is not null)
        {
            await stores.KeyResults.AppendCheckInAsync(Tenant, new CheckIn(Guid.CreateVersion7(), keyResult.Id, at, Anna, 7, null, note), Ct);
        }
    }

    public static KeyResultValue Value(KeyResultId keyResult, decimal value, DateTimeOffset at) =>
        new(Guid.CreateVersion7(), keyResult, value, at, at, KeyResultSource.Manual, Anna, null);

    public IssueSnapshot Issue(
        long id, long? parent = null, StatusCategory category = StatusCategory.ToDo, ProjectId? project = null, TimeSpan? after = null) => new()
        {
            Issue = new IssueId(id),
            Key = $"{(project == Web ? "WEB" : "PAY")}-{id}",
            Project = project ?? Pay,
            TypeId = 10100,
            HierarchyLevel = 0,
            Parent = parent is { } above ? new IssueId(above) : null,
            StatusName = category.ToString(),
            StatusCategory = category,
            UpdatedAt = clock.Now + (after ?? TimeSpan.Zero),
        };

    public async Task<IssueSnapshot> AddIssueAsync(
        long id, long? parent = null, StatusCategory category = StatusCategory.ToDo, ProjectId? project = null, TimeSpan? after = null)
    {
        var issue = Issue(id, parent, category, project, after);
        await stores.Snapshots.SaveIfNewerAsync(Tenant, issue, Ct);
        return issue;
    }

    public Task LinkAsync(long issue, params KeyResult[] keyResults) =>
        stores.Answers.SaveAsync(Tenant, new IssueId(issue), new Answer.Linked([.. keyResults.Select(k => k.Id)]), Anna, Ct);

    public Task AnswerAsync(long issue, Answer answer) => stores.Answers.SaveAsync(Tenant, new IssueId(issue), answer, Anna, Ct);

    public JiraEvent Event(string delivery, JiraEventKind kind = JiraEventKind.IssueChanged) => new()
    {
        DeliveryId = delivery,
        Name = "jira:issue_updated",
        Kind = kind,
        OccurredAt = clock.Now,
        Issue = new IssueId(5),
        Project = Pay,
        Snapshot = Issue(5, parent: 4),
    };
}
