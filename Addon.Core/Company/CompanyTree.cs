using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.Numbers;

namespace Addon.Core.Company;

/// <summary>The objectives of the company and everything that serves them, as one person may see it. Each objective stands in one place.</summary>
public sealed record CompanyTree
{
    /// <summary>What was looked for.</summary>
    public required CompanyFilter Filter { get; init; }

    /// <summary>Whether Jira said which teams this person may see; else no team is shown.</summary>
    public required bool TeamsAreKnown { get; init; }

    /// <summary>All cycles, the latest start first.</summary>
    public required IReadOnlyList<Cycle> Cycles { get; init; }

    /// <summary>The company's objectives, by number.</summary>
    public required IReadOnlyList<CompanyObjective> Roots { get; init; }

    /// <summary>What serves nothing that is shown: by place, then by scope.</summary>
    public required IReadOnlyList<CompanyGroup> Groups { get; init; }

    /// <summary>How many objectives were found.</summary>
    public required int Found { get; init; }

    /// <summary>Of how many that this person may see in the cycles that are shown.</summary>
    public required int Visible { get; init; }

    /// <summary>How many more are of teams that they cannot see.</summary>
    public required int Hidden { get; init; }

    /// <summary>How well the objectives below the company are connected.</summary>
    public required Alignment Alignment { get; init; }

    /// <summary>What can be seen in the cycles that are shown, whatever else is looked for.</summary>
    internal IReadOnlyList<CompanyObjective> Everything { get; init; } = [];

    /// <summary>The objectives that are in the tree, by id.</summary>
    internal IReadOnlyDictionary<ObjectiveId, CompanyObjective> Shown { get; init; } = new Dictionary<ObjectiveId, CompanyObjective>();

    /// <summary>An objective of the tree, or null.</summary>
    public CompanyObjective? Find(ObjectiveId id) => Shown.GetValueOrDefault(id);

    /// <summary>What each scope has, by kind and name.</summary>
    public IReadOnlyList<ScopeCount> CountScopes() =>
    [
        .. Everything
            .GroupBy(o => o.Scope.Id)
            .Select(scope => new ScopeCount(
                scope.First().Scope,
                scope.Count(),
                scope.Count(o => CompanyTreeBuilder.IsJudgedForAlignment(o.Objective, o.Scope) && !o.Objective.IsAlignedOrReasoned),
                new ValueList<HealthCount>(scope
                    .SelectMany(o => o.KeyResults)
                    .CountBy(k => k.Numbers.Health)
                    .OrderBy(c => HealthRule.Rank(c.Key))
                    .Select(c => new HealthCount(c.Key, c.Value)))))
            .OrderBy(c => c.Scope.Kind)
            .ThenBy(c => c.Scope.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(c => c.Scope.Id.Value),
    ];

    /// <summary>Everybody who owns something that this person may see.</summary>
    public IReadOnlyList<AccountId> Owners() =>
    [
        .. Everything
            .SelectMany(o => o.KeyResults.Select(k => k.KeyResult.Owner).Prepend(o.Objective.Owner))
            .OfType<AccountId>()
            .Distinct()
            .OrderBy(a => a.Value, StringComparer.Ordinal),
    ];
}
