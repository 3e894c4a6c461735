using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Objectives;
using Addon.Core.Scopes;
using Addon.Web.Data;
using Addon.Web.Tests.Data;
using Xunit;

namespace Addon.Web.Tests.CompanyPage;

/// <summary>Fills a tenant with a company in the words of the domain, or with a large one at once.</summary>
public sealed class CompanyData(StoreScope stores, TenantId tenant)
{
    public static readonly AccountId Anna = new("712020:anna");

    private readonly List<Cycle> cycles = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public TenantId Tenant => tenant;

    public async Task<Scope> AddScopeAsync(ScopeKind kind, string name, long? project = null)
    {
        var scope = new Scope { Id = ScopeId.New(), Kind = kind, Name = name, Owner = Anna, MappingOwner = Anna };
        await stores.Scopes.AddAsync(tenant, scope, Anna, Ct);
        if (project is { } id)
        {
            await stores.Scopes.MapProjectAsync(tenant, scope.Id, new ProjectId(id), Anna, Ct);
        }

        return scope;
    }

    public async Task<Cycle> AddCycleAsync(string name, DateOnly start, DateOnly end, CycleState state = CycleState.Active, CycleKind kind = CycleKind.Quarter)
    {
        var cycle = new Cycle { Id = CycleId.New(), Name = name, Kind = kind, Start = start, End = end, State = state };
        await stores.Cycles.AddAsync(tenant, cycle, Anna, Ct);
        cycles.Add(cycle);
        return cycle;
    }

    /// <summary>The cycle of this test: long, so that its days do not matter.</summary>
    public async Task<Cycle> CycleAsync() => cycles.Count > 0
        ? cycles[0]
        : await AddCycleAsync("2026", new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), kind: CycleKind.Year);

    public async Task<Objective> AddObjectiveAsync(
        Scope scope, string title, Objective? parent = null, KeyResult? through = null, Cycle? cycle = null, string? alone = null, AccountId? owner = null)
    {
        var objective = new Objective
        {
            Id = ObjectiveId.New(),
            Number = await stores.Objectives.NextNumberAsync(tenant, Ct),
            Scope = scope.Id,
            Cycle = (cycle ?? await CycleAsync()).Id,
            Title = title,
            Owner = owner,
            Parent = parent is null ? null : new ObjectiveParent(parent.Id, through?.Id),
            Contribution = parent is null ? null : $"How {title} helps",
            StandaloneReason = alone,
            State = ObjectiveState.Active,
        };
        await stores.Objectives.AddAsync(tenant, objective, Anna, Ct);
        return objective;
    }

    public async Task<KeyResult> AddKeyResultAsync(Objective objective, string title = "Reduce P1 incidents", KeyResultState state = KeyResultState.Active, AccountId? owner = null)
    {
        var keyResult = new KeyResult
        {
            Id = KeyResultId.New(),
            Number = await stores.KeyResults.NextNumberAsync(tenant, Ct),
            Objective = objective.Id,
            Title = title,
            Direction = KeyResultDirection.Decrease,
            From = 12,
            To = 4,
            Unit = "incidents",
            Per = KeyResultPeriod.Month,
            Owner = owner ?? Anna,
            State = state,
        };
        await stores.KeyResults.AddAsync(tenant, keyResult, Anna, Ct);
        return keyResult;
    }

    /// <summary>
    /// 10 objectives of the company, 190 of departments, 1,800 of 100 teams, each with five key results: written by set, so that it takes a second and not minutes.
    /// </summary>
    /// <returns>The company's objectives.</returns>
    public async Task<IReadOnlyList<Guid>> AddLargeCompanyAsync(DateTimeOffset now)
    {
        var cycle = await CycleAsync();
        var company = await AddScopeAsync(ScopeKind.Company, "Company");
        var departments = await AddScopesAsync(ScopeKind.Department, 10);
        var teams = await AddScopesAsync(ScopeKind.Team, 100);
        var objectives = new List<LargeObjective>();
        for (var i = 0; i < 2000; i++)
        {
            var (scope, parent) = i switch
            {
                < 10 => (company.Id, null),
                < 200 => (departments[i % 10], objectives[i % 10]),
                _ => (teams[i % 100], i % 20 == 0 ? null : objectives[10 + (i % 190)]),
            };
            objectives.Add(new LargeObjective(Guid.CreateVersion7(), i + 1, scope.Value, $"Objective number {i + 1} of a large company", parent?.Id, parent is null || i % 3 == 0 ? null : parent.KeyResults[i % 5]));
        }

        var keyResults = objectives.SelectMany(o => o.KeyResults.Select((id, i) => new { id, number = ((o.Number - 1) * 5) + i + 1, objective = o.Id })).ToList();
        var some = new { tenant = tenant.Value, cycle = cycle.Id.Value, now, by = Anna.Value, from = 12m, to = 4m, recent = Recent };

        // The first time without what they serve: that key result is not there yet.
        await ExecuteAsync(LargeObjectives, Json(objectives.Select(o => new { id = o.Id, number = o.Number, scope = o.Scope, title = o.Title })), some);
        await ExecuteAsync(LargeKeyResults, Json(keyResults), some);
        await ExecuteAsync(LargeParents, Json(objectives.Where(o => o.Parent is not null).Select(o => new { id = o.Id, parent = o.Parent, through = o.Through })), some);
        return [.. objectives.Take(10).Select(o => o.Id)];
    }

    private async Task<List<ScopeId>> AddScopesAsync(ScopeKind kind, int count)
    {
        List<ScopeId> scopes = [];
        for (var i = 0; i < count; i++)
        {
            scopes.Add((await AddScopeAsync(kind, $"{kind} {i + 1:D3}", kind == ScopeKind.Team ? 20000 + i : null)).Id);
        }

        return scopes;
    }

    private static string Json<T>(T rows) => System.Text.Json.JsonSerializer.Serialize(rows);

    private Task<int> ExecuteAsync(SqlPair sql, string rows, object some)
    {
        var parameters = new Dapper.DynamicParameters(some);
        parameters.Add("rows", rows);
        return stores.Session.ExecuteAsync(sql, parameters, Ct);
    }

    private static SqlPair LargeObjectives => new(
        SqlServer: ObjectiveInsert + "CAST(j.id AS uniqueidentifier), j.number, CAST(j.scope AS uniqueidentifier), j.title"
            + ObjectiveRest + "OPENJSON(@rows) WITH (id nvarchar(40), number int, scope nvarchar(40), title nvarchar(250)) j",
        Sqlite: ObjectiveInsert + "json_extract(j.value, '$.id'), json_extract(j.value, '$.number'), json_extract(j.value, '$.scope'), json_extract(j.value, '$.title')"
            + ObjectiveRest + "json_each(@rows) j");

    private static SqlPair LargeKeyResults => new(
        SqlServer: KeyResultInsert + "CAST(j.id AS uniqueidentifier), j.number, CAST(j.objective AS uniqueidentifier)"
            + KeyResultRest + "OPENJSON(@rows) WITH (id nvarchar(40), number int, objective nvarchar(40)) j",
        Sqlite: KeyResultInsert + "json_extract(j.value, '$.id'), json_extract(j.value, '$.number'), json_extract(j.value, '$.objective')"
            + KeyResultRest + "json_each(@rows) j");

    private static SqlPair LargeParents => new(
        SqlServer: """
            UPDATE o SET parent_objective_id = CAST(j.parent AS uniqueidentifier), parent_key_result_id = CAST(j.through AS uniqueidentifier), contribution = 'It helps.'
            FROM objective o INNER JOIN OPENJSON(@rows) WITH (id nvarchar(40), parent nvarchar(40), through nvarchar(40)) j ON o.id = CAST(j.id AS uniqueidentifier)
            WHERE o.tenant_id = @tenant
            """,
        Sqlite: """
            WITH j AS MATERIALIZED (SELECT json_extract(r.value, '$.id') AS id, json_extract(r.value, '$.parent') AS parent, json_extract(r.value, '$.through') AS through FROM json_each(@rows) r)
            UPDATE objective SET parent_objective_id = j.parent, parent_key_result_id = j.through, contribution = 'It helps.'
            FROM j WHERE objective.tenant_id = @tenant AND objective.id = j.id
            """);

    private const string Recent =
        """[{"at":"2026-11-01T00:00:00.000000Z","value":"11"},{"at":"2026-11-18T00:00:00.000000Z","value":"9"}]""";

    private const string ObjectiveInsert =
        "INSERT INTO objective (tenant_id, id, number, scope_id, title, cycle_id, owner, state, version, created_at, created_by, updated_at, updated_by) SELECT @tenant, ";

    private const string ObjectiveRest = ", @cycle, @by, 1, 1, @now, @by, @now, @by FROM ";

    private const string KeyResultInsert = """
        INSERT INTO key_result (tenant_id, id, number, objective_id, title, direction, from_value, to_value, unit, per, weight, owner, state, activated_at, recent_json,
                                last_check_in_at, last_check_in_by, confidence, value_count, version, created_at, created_by, updated_at, updated_by)
        SELECT @tenant,
        """ + " ";

    private const string KeyResultRest =
        ", 'Reduce the number of P1 incidents', 1, @from, @to, 'incidents', 3, 1, @by, 1, @now, @recent, @now, @by, 7, 2, 1, @now, @by, @now, @by FROM ";

    private sealed record LargeObjective(Guid Id, int Number, Guid Scope, string Title, Guid? Parent, Guid? Through)
    {
        public Guid[] KeyResults { get; } = [.. Enumerable.Range(0, 5).Select(_ => Guid.CreateVersion7())];
    }
}
