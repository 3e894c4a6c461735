using Addon.Core.Common;
using Addon.Core.Company;
using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Objectives;
using Addon.Core.Scopes;

namespace Addon.Core.Tests.Company;

/// <summary>A company that is written down in a few words.</summary>
internal sealed class CompanySamples
{
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public static readonly Cycle Quarter = Cycle.QuarterOf(new DateOnly(2026, 11, 20));

    public static readonly Cycle Year = Quarter with { Id = CycleId.New(), Name = "2026", Kind = CycleKind.Year, Start = new(2026, 1, 1), End = new(2026, 12, 31) };

    public static readonly AccountId Anna = new("anna");

    private readonly List<Objective> _objectives = [];
    private readonly List<KeyResult> _keyResults = [];
    private readonly List<CompanyScope> _scopes = [];

    public Scope Company { get; } = new() { Id = ScopeId.New(), Kind = ScopeKind.Company, Name = "Company" };

    public Scope Sales { get; } = new() { Id = ScopeId.New(), Kind = ScopeKind.Department, Name = "Sales" };

    public Scope Pay { get; } = new() { Id = ScopeId.New(), Kind = ScopeKind.Team, Name = "Payments" };

    public Scope Web { get; } = new() { Id = ScopeId.New(), Kind = ScopeKind.Team, Name = "Web" };

    public CompanySamples() => _scopes.AddRange([new(Company, []), new(Sales, []), new(Pay, [new(1)]), new(Web, [new(2)])]);

    public CompanyOkrs Okrs => new(_scopes, [Quarter, Year], _objectives, _keyResults);

    public Objective Add(Scope scope, Objective? parent = null, KeyResult? through = null, Cycle? cycle = null, string? alone = null, ObjectiveState state = ObjectiveState.Active)
    {
        var objective = new Objective
        {
            Id = ObjectiveId.New(),
            Number = _objectives.Count + 1,
            Scope = scope.Id,
            Cycle = (cycle ?? Quarter).Id,
            Title = $"Objective {_objectives.Count + 1}",
            Parent = parent is null ? null : new ObjectiveParent(parent.Id, through?.Id),
            StandaloneReason = alone,
            State = state,
        };
        _objectives.Add(objective);
        return objective;
    }

    public void Replace(Objective objective) => _objectives[objective.Number - 1] = objective;

    public KeyResult AddKeyResult(Objective objective, KeyResultState state = KeyResultState.Active, AccountId? owner = null)
    {
        var keyResult = new KeyResult
        {
            Id = KeyResultId.New(),
            Number = _keyResults.Count + 1,
            Objective = objective.Id,
            Title = "Reduce P1 incidents",
            Direction = KeyResultDirection.Decrease,
            From = 12,
            To = 4,
            Unit = "incidents",
            Owner = owner,
            State = state,
        };
        _keyResults.Add(keyResult);
        return keyResult;
    }

    public CompanyTree Build(CompanyFilter? filter = null, params Scope[] teams) =>
        CompanyTreeBuilder.Build(Okrs, filter ?? CompanyFilter.None, new CompanySight(teams.Select(t => t.Id).ToHashSet(), true), Now);

    /// <summary>Every objective that the tree shows, wherever it stands.</summary>
    public static IEnumerable<CompanyObjective> All(CompanyTree tree) => tree.Roots.Concat(tree.Groups.SelectMany(g => g.Objectives)).SelectMany(Below);

    private static IEnumerable<CompanyObjective> Below(CompanyObjective objective) =>
        objective.KeyResults.SelectMany(k => k.Served.By).Concat(objective.Served.By).SelectMany(Below).Prepend(objective);
}
