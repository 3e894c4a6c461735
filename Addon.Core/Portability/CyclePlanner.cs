using Addon.Core.Audit;
using Addon.Core.Common;
using Addon.Core.Cycles;

namespace Addon.Core.Portability;

/// <summary>Plans the cycles of an import: what is not there is made; what is there stays as it is.</summary>
internal static class CyclePlanner
{
    public static void Plan(ImportContext context, IReadOnlyList<TransferCycle> cycles)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var wanted in cycles)
        {
            if (!seen.Add(wanted.Name))
            {
                context.Refuse(wanted.Name, "name", "import.duplicate_cycle", "This cycle is there twice.");
            }
            else if (context.Cycles.TryGetValue(wanted.Name, out var known))
            {
                NoteDifference(context, wanted, known);
            }
            else
            {
                Add(context, wanted);
            }
        }
    }

    private static void NoteDifference(ImportContext context, TransferCycle wanted, Cycle known)
    {
        if ((wanted.Kind, wanted.Start, wanted.End, wanted.State) != (known.Kind, known.Start, known.End, known.State))
        {
            context.Note(wanted.Name, "", "import.cycle_kept", $"{wanted.Name} is there already and stays as it is; cycles are changed in the settings.");
        }
    }

    private static void Add(ImportContext context, TransferCycle wanted)
    {
        var draft = new CycleDraft { Name = wanted.Name, Kind = wanted.Kind, Start = wanted.Start, End = wanted.End };
        if (draft.Validate() is { Count: > 0 } errors)
        {
            context.Refuse(wanted.Name, errors);
            return;
        }

        var cycle = draft.WriteTo(new Cycle { Id = CycleId.New(), Name = wanted.Name, Start = wanted.Start, End = wanted.End, State = wanted.State, ClosingSince = wanted.ClosingSince });
        if (cycle.State == CycleState.Active && CycleRules.FindOverlap(cycle, context.Cycles.Values) is { } other)
        {
            context.Refuse(wanted.Name, "start", "import.cycle_overlaps", $"{other.Name} is active, of the same kind, and shares days with it.");
            return;
        }

        context.Cycles[cycle.Name] = cycle;
        context.NewCycles.Add(cycle.Id);
        context.Plan.NewCycles.Add(cycle);
        context.Plan.Audit.Add(CycleAudit.Added(context.Actor, cycle) with { Via = AuditVia.Import });
    }
}
