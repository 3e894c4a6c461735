using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.Objectives;
using Addon.Core.Scopes;

namespace Addon.Core.Company;

/// <summary>Builds the tree that one person sees from what was read. Nothing of a team that they may not see gets in, but how many objectives it is.</summary>
public sealed class CompanyTreeBuilder
{
    private readonly CompanyFilter _filter;
    private readonly CompanySight _sight;
    private readonly CompanyOkrs _okrs;
    private readonly Dictionary<ScopeId, Scope> _scopes;
    private readonly Dictionary<CycleId, Cycle> _cycles;
    private readonly Dictionary<ObjectiveId, Objective> _objectives;
    private readonly Dictionary<ObjectiveId, CompanyObjective> _visible = [];
    private readonly Dictionary<ObjectiveId, ObjectiveId> _above;

    private CompanyTreeBuilder(CompanyOkrs okrs, CompanyFilter filter, CompanySight sight)
    {
        (_okrs, _filter, _sight) = (okrs, filter, sight);
        _scopes = okrs.Scopes.ToDictionary(s => s.Scope.Id, s => s.Scope);
        _cycles = okrs.Cycles.ToDictionary(c => c.Id);
        _objectives = okrs.Objectives.ToDictionary(o => o.Id);
        _above = Above();
    }

    /// <summary>The tree at <paramref name="now"/>.</summary>
    public static CompanyTree Build(CompanyOkrs okrs, CompanyFilter filter, CompanySight sight, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(okrs);
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(sight);
        return new CompanyTreeBuilder(okrs, filter, sight).Build(now);
    }

    /// <summary>Whether an objective's connection upwards is judged: once it is pursued, and never at the top.</summary>
    internal static bool IsJudgedForAlignment(Objective objective, Scope scope) => objective.State == ObjectiveState.Active && scope.Kind != ScopeKind.Company;

    private CompanyTree Build(DateTimeOffset now)
    {
        var keyResults = _okrs.KeyResults.ToLookup(k => k.Objective);
        foreach (var objective in _okrs.Objectives.Where(o => _sight.Shows(_scopes[o.Scope])))
        {
            _visible.Add(objective.Id, new CompanyObjective(objective, _scopes[objective.Scope], _cycles[objective.Cycle], keyResults[objective.Id], now));
        }

        List<CompanyObjective> everything = [.. _visible.Values.Where(o => IsInCycle(o.Objective))];
        foreach (var found in everything.Where(o => !_filter.IsNarrow || o.Fits(_filter)))
        {
            found.IsMatch = true;
        }

        var shown = Shown();
        foreach (var objective in InOrder(shown))
        {
            PlaceUnder(objective, shown);
        }

        CountHidden();
        var tops = InOrder(shown).Where(o => ParentOf(o, shown) is null).ToLookup(PlaceOf);
        return new CompanyTree
        {
            Filter = _filter,
            TeamsAreKnown = _sight.IsKnown,
            Cycles = _okrs.Cycles,
            Roots = [.. tops[CompanyPlace.Company].OrderBy(o => o.Objective.Number)],
            Groups = [.. tops.Where(t => t.Key != CompanyPlace.Company).OrderBy(t => t.Key).SelectMany(Groups)],
            Found = everything.Count(o => o.IsMatch),
            Visible = everything.Count,
            Hidden = HiddenInCycle().Count(),
            Alignment = Align(),
            Everything = everything,
            Shown = shown.ToDictionary(id => id, id => _visible[id]),
        };
    }

    /// <summary>The way up from each objective, without what would go in a circle: such data cannot be written, but it must not hang a page either.</summary>
    private Dictionary<ObjectiveId, ObjectiveId> Above()
    {
        var above = _okrs.Objectives
            .Where(o => _scopes[o.Scope].Kind != ScopeKind.Company && o.Parent is { } parent && _objectives.ContainsKey(parent.Objective))
            .ToDictionary(o => o.Id, o => o.Parent!.Objective);
        var ended = new HashSet<ObjectiveId>();
        foreach (var start in _okrs.Objectives.OrderBy(o => o.Number).Select(o => o.Id))
        {
            // By number, so the lowest of a circle is where it is cut, whichever way leads into it.
            var way = new HashSet<ObjectiveId>();
            var at = start;
            while (!ended.Contains(at) && way.Add(at) && above.TryGetValue(at, out var next))
            {
                at = next;
            }

            if (!ended.Contains(at) && above.ContainsKey(at))
            {
                above.Remove(LowestOfCircle(at, above));
            }

            ended.UnionWith(way);
        }

        return above;
    }

    private ObjectiveId LowestOfCircle(ObjectiveId member, Dictionary<ObjectiveId, ObjectiveId> above)
    {
        var lowest = member;
        for (var at = above[member]; at != member; at = above[at])
        {
            lowest = _objectives[at].Number < _objectives[lowest].Number ? at : lowest;
        }

        return lowest;
    }

    /// <summary>What is found, and what stands above it. Without a narrow filter also what hidden objectives serve: how many they are is said there.</summary>
    private HashSet<ObjectiveId> Shown()
    {
        var shown = new HashSet<ObjectiveId>();
        foreach (var found in _visible.Values.Where(o => o.IsMatch))
        {
            for (ObjectiveId? at = found.Objective.Id; at is { } id && _visible.ContainsKey(id) && shown.Add(id); at = AboveOf(id))
            {
            }
        }

        foreach (var hidden in _filter.IsNarrow ? [] : HiddenInCycle())
        {
            for (var at = AboveOf(hidden.Id); at is { } id && _visible.ContainsKey(id) && shown.Add(id); at = AboveOf(id))
            {
            }
        }

        return shown;
    }

    private ObjectiveId? AboveOf(ObjectiveId id) => _above.TryGetValue(id, out var above) ? above : null;

    private CompanyObjective? ParentOf(CompanyObjective objective, HashSet<ObjectiveId> shown) =>
        AboveOf(objective.Objective.Id) is { } above && shown.Contains(above) ? _visible[above] : null;

    private void PlaceUnder(CompanyObjective objective, HashSet<ObjectiveId> shown)
    {
        if (ParentOf(objective, shown) is not { } parent)
        {
            return;
        }

        ServedOf(parent, objective.Objective).Add(objective);
        if (PeriodRule.IsMismatch(objective.Cycle, parent.Cycle))
        {
            objective.OutsideOf = parent.Cycle;
        }
    }

    private static CompanyServed ServedOf(CompanyObjective parent, Objective child) =>
        (child.Parent?.KeyResult is { } through ? parent.Find(through)?.Served : null) ?? parent.Served;

    private void CountHidden()
    {
        foreach (var hidden in HiddenInCycle())
        {
            if (AboveOf(hidden.Id) is { } above && _visible.TryGetValue(above, out var parent))
            {
                ServedOf(parent, hidden).Hide();
            }
        }
    }

    private IEnumerable<Objective> HiddenInCycle() => _okrs.Objectives.Where(o => !_visible.ContainsKey(o.Id) && IsInCycle(o));

    private IEnumerable<CompanyObjective> InOrder(HashSet<ObjectiveId> shown) => shown
        .Select(id => _visible[id])
        .OrderBy(o => o.Scope.Kind)
        .ThenBy(o => o.Scope.Name, StringComparer.OrdinalIgnoreCase)
        .ThenBy(o => o.Scope.Id.Value)
        .ThenBy(o => o.Objective.Number);

    private static CompanyPlace PlaceOf(CompanyObjective top) => top switch
    {
        { Scope.Kind: ScopeKind.Company } => CompanyPlace.Company,
        { Objective.Parent: not null } => CompanyPlace.Elsewhere,
        { Objective.StandaloneReason: not null } => CompanyPlace.Standalone,
        _ => CompanyPlace.Unconnected,
    };

    private static IEnumerable<CompanyGroup> Groups(IGrouping<CompanyPlace, CompanyObjective> place) =>
        place.GroupBy(o => o.Scope.Id).Select(scope => new CompanyGroup(place.Key, scope.First().Scope, [.. scope]));

    private bool IsInCycle(Objective objective) =>
        _filter.Cycle is { } cycle ? objective.Cycle == cycle : _cycles[objective.Cycle].State == CycleState.Active;

    private Alignment Align()
    {
        List<Objective> judged = [.. _okrs.Objectives.Where(o => IsInCycle(o) && IsJudgedForAlignment(o, _scopes[o.Scope]))];
        return new Alignment(judged.Count(o => o.IsAlignedOrReasoned), judged.Count);
    }
}
