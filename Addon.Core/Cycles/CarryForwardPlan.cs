using Addon.Core.Common;
using Addon.Core.KeyResults;
using Addon.Core.Objectives;

namespace Addon.Core.Cycles;

/// <summary>Which drafts carry a cycle's unfinished work on. Pure: it decides, and writes nothing.</summary>
/// <remarks>
/// Of an objective everything is kept that is still true: scope, title, why, owner. Its parent is followed into the new cycle when that was carried, too;
/// it stays when it is in a cycle that is not closed and shares days with the new one (the company's year); else it is left out with the contribution
/// sentence, since nobody has said yet what the new one serves. Of a key result everything is kept but its life: it begins where the old one stood last,
/// without values, check-ins, due day, phases, co-authors and promise. Achieved and killed key results are not carried.
/// </remarks>
internal sealed class CarryForwardPlan(CycleContents source, CycleContents inTarget, Cycle target, IReadOnlyDictionary<ObjectiveId, CycleId> parentCycles, IReadOnlyList<Cycle> cycles)
{
    private readonly Dictionary<ObjectiveId, ObjectiveId> _copies = inTarget.Objectives
        .Where(o => o.CarriedFrom is not null)
        .DistinctBy(o => o.CarriedFrom)
        .ToDictionary(o => o.CarriedFrom!.Value, o => o.Id);

    private readonly Dictionary<KeyResultId, KeyResultId> _keyResultCopies = inTarget.KeyResults
        .Where(k => k.CarriedFrom is not null)
        .DistinctBy(k => k.CarriedFrom)
        .ToDictionary(k => k.CarriedFrom!.Value, k => k.Id);

    /// <summary>Whether an objective is carried when nobody names it: not when it was done or given up.</summary>
    public static bool IsUnfinished(Objective objective) => objective is not { State: ObjectiveState.Closed, Outcome: ObjectiveOutcome.Done or ObjectiveOutcome.Killed };

    /// <summary>The drafts for these objectives of the source. What was carried into the target before is left out.</summary>
    public CycleContents Draft(IReadOnlyCollection<ObjectiveId> chosen)
    {
        var objectives = source.Objectives.Where(o => chosen.Contains(o.Id) && !_copies.ContainsKey(o.Id)).ToList();
        var keyResults = source.KeyResults.Where(k => IsCarried(k) && objectives.Exists(o => o.Id == k.Objective)).ToList();
        foreach (var objective in objectives)
        {
            _copies[objective.Id] = ObjectiveId.New();
        }

        foreach (var keyResult in keyResults)
        {
            _keyResultCopies[keyResult.Id] = KeyResultId.New();
        }

        return new CycleContents([.. objectives.Select(Copy)], [.. keyResults.Select(Copy)]);
    }

    private static bool IsCarried(KeyResult keyResult) => keyResult.State is not (KeyResultState.Achieved or KeyResultState.Killed);

    private Objective Copy(Objective old)
    {
        var parent = FollowParent(old.Parent);
        return new Objective
        {
            Id = _copies[old.Id],
            Number = 0,
            Scope = old.Scope,
            Cycle = target.Id,
            Title = old.Title,
            Why = old.Why,
            Owner = old.Owner,
            Parent = parent,
            Contribution = parent is null ? null : old.Contribution,
            StandaloneReason = old.StandaloneReason,
            CarriedFrom = old.Id,
        };
    }

    private ObjectiveParent? FollowParent(ObjectiveParent? old)
    {
        if (old is null)
        {
            return null;
        }

        if (_copies.TryGetValue(old.Objective, out var carried))
        {
            return new ObjectiveParent(carried, old.KeyResult is { } served && _keyResultCopies.TryGetValue(served, out var copy) ? copy : null);
        }

        var cycle = parentCycles.TryGetValue(old.Objective, out var id) ? cycles.FirstOrDefault(c => c.Id == id) : null;
        return cycle is { State: not CycleState.Closed } && cycle.Start <= target.End && target.Start <= cycle.End ? old : null;
    }

    private KeyResult Copy(KeyResult old) => new()
    {
        Id = _keyResultCopies[old.Id],
        Number = 0,
        Objective = _copies[old.Objective],
        Title = old.Title,
        Metric = old.Metric,
        Direction = old.Direction,
        From = old.IsGuardrail ? null : old.Current ?? old.From,
        To = old.To,
        Low = old.Low,
        High = old.High,
        Unit = old.Unit,
        Per = old.Per,
        Weight = old.Weight,
        Owner = old.Owner,
        HowWorkMovesIt = old.HowWorkMovesIt,
        Source = old.Source,
        AcceptedHints = old.AcceptedHints,
        State = KeyResultState.Draft,
        CarriedFrom = old.Id,
    };
}
