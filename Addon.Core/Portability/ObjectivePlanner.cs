using Addon.Core.Audit;
using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.Objectives;
using Addon.Core.Scopes;

namespace Addon.Core.Portability;

/// <summary>Plans the objectives of an import.</summary>
internal sealed class ObjectivePlanner(ImportContext context, ImportIdentities identities)
{
    /// <summary>The objective as the file wants it; null when something is in the way.</summary>
    public Objective? Plan(TransferObjective wanted, string row)
    {
        if (FindPlace(wanted, row) is not var (scope, cycle))
        {
            return null;
        }

        var identity = identities.Objectives[wanted];
        var parent = FindParent(wanted, scope, cycle, row);
        var draft = new ObjectiveDraft
        {
            Title = wanted.Title,
            Why = wanted.Why,
            Owner = wanted.Owner is null ? null : new AccountId(wanted.Owner),
            ParentObjective = parent is { KeyResult: null } ? parent.Objective : null,
            ParentKeyResult = parent?.KeyResult,
            Contribution = wanted.Contribution,
            StandaloneReason = wanted.StandaloneReason,
        };
        if (draft.Validate() is { Count: > 0 } errors)
        {
            context.Refuse(row, errors.Select(e => e with { Field = ColumnOf(e.Field) }));
            return null;
        }

        return draft.WriteTo(identity.Known ?? StartOf(wanted, identity, scope, cycle, row), parent);
    }

    /// <summary>Puts the objective into the plan once it is known what its key results make of it.</summary>
    public void Keep(TransferObjective wanted, Objective after, string row)
    {
        var before = identities.Objectives[wanted].Known;
        if (before is null)
        {
            context.Plan.NewObjectives.Add(after);
            context.Plan.Audit.Add(ObjectiveFacts.Entry(context.Actor, "objective.imported", null, after) with { Via = AuditVia.Import });
            if (context.IsClosed(context.Cycles[wanted.Cycle]))
            {
                RefuseClosed(row);
            }
        }
        else if (before != after)
        {
            context.Plan.ChangedObjectives.Add(after);
            context.Plan.Audit.Add(ObjectiveFacts.Entry(context.Actor, "objective.imported", before, after) with { Via = AuditVia.Import });
            if (context.IsClosed(context.Cycles[wanted.Cycle]))
            {
                RefuseClosed(row);
            }
            else if (before.State == ObjectiveState.Closed)
            {
                context.Refuse(row, "objective", "objective.closed", "The objective is closed; it stays as it is.");
            }
        }
    }

    /// <summary>Makes a drafted objective active with its first active key result.</summary>
    public Objective Activate(Objective objective, TransferObjective wanted, string row)
    {
        if (objective.State != ObjectiveState.Draft)
        {
            return objective;
        }

        foreach (var missing in ObjectiveActivation.FindMissingNames(objective, context.Scopes[wanted.Scope]))
        {
            context.Refuse(row, missing.Field == "owner" ? "objectiveOwner" : "scopeMappingOwner", missing.Code, missing.Message);
        }

        return objective with { State = ObjectiveState.Active, ActivatedAt = context.Now };
    }

    private (Scope Scope, Cycle Cycle)? FindPlace(TransferObjective wanted, string row)
    {
        var scope = context.Scopes.GetValueOrDefault(wanted.Scope);
        var cycle = context.Cycles.GetValueOrDefault(wanted.Cycle);
        if (scope is null)
        {
            context.Refuse(row, "scope", "import.scope_unknown", $"There is no scope {wanted.Scope}.");
        }

        if (cycle is null)
        {
            context.Refuse(row, "cycle", "import.cycle_unknown", $"There is no cycle {wanted.Cycle}. Say its first and last day, or make it in the settings.");
        }

        return scope is null || cycle is null ? null : (scope, cycle);
    }

    private Objective StartOf(TransferObjective wanted, ObjectiveIdentity identity, Scope scope, Cycle cycle, string row)
    {
        if ((wanted.State == ObjectiveState.Closed) != (wanted.Outcome is not null))
        {
            context.Refuse(row, "outcome", "import.outcome_without_end", "A closed objective has an outcome, and no other has.");
        }

        ObjectiveId? carried = wanted.CarriedFrom is { } reference ? identities.Find(reference) : null;
        if (wanted.CarriedFrom is not null && carried is null)
        {
            context.Note(row, "carriedFrom", "import.reference_left_out", $"{wanted.CarriedFrom.Objective}, which this carries on, is not here; the link is left out.");
        }

        return new Objective
        {
            Id = identity.Id,
            Number = identity.Number,
            Scope = scope.Id,
            Cycle = cycle.Id,
            Title = wanted.Title,
            State = wanted.State,
            Outcome = wanted.Outcome,
            ActivatedAt = wanted.State == ObjectiveState.Draft ? null : wanted.ActivatedAt ?? context.Now,
            CarriedFrom = carried,
        };
    }

    private ObjectiveParent? FindParent(TransferObjective wanted, Scope scope, Cycle cycle, string row)
    {
        if (wanted.Parent is not { } reference)
        {
            return null;
        }

        var parent = reference.KeyResult is null
            ? identities.Find(reference) is { } objective ? new ObjectiveParent(objective, null) : null
            : identities.FindKeyResult(reference) is { } found ? new ObjectiveParent(found.Objective, found.KeyResult) : null;
        if (parent is null || !context.Scopes.TryGetValue(reference.Scope, out var higher) || !context.Cycles.TryGetValue(reference.Cycle, out var period))
        {
            context.Refuse(row, "parent", "objective.parent_not_found", $"{reference.KeyResult ?? reference.Objective}, which this serves, is not here.");
            return null;
        }

        if (higher.Kind >= scope.Kind)
        {
            context.Refuse(row, "parent", "objective.parent_not_higher", "Choose a parent from a higher scope, for example a company objective.");
        }
        else if (!PeriodRule.Overlap(cycle, period))
        {
            context.Refuse(row, "parent", "objective.parent_not_overlapping", $"Choose a parent whose cycle overlaps {cycle.Name}; that one is in {period.Name}.");
        }

        return parent;
    }

    private void RefuseClosed(string row) => context.Refuse(row, "cycle", "cycle.closed", "The cycle is closed; nothing in it changes.");

    private static string ColumnOf(string field) => field switch
    {
        "title" => "objective",
        "owner" => "objectiveOwner",
        _ => field,
    };
}
