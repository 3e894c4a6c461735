using Addon.Core.Common;
using Addon.Core.KeyResults;
using Addon.Core.Objectives;

namespace Addon.Core.Portability;

/// <summary>Compares a file with what is stored, by the rules that hold for everybody, and says what would be written. A pure function: a dry run and the import itself see the same.</summary>
public static class ImportPlanner
{
    /// <summary>How many rows a preview has.</summary>
    public const int PreviewRows = 50;

    /// <summary>The plan.</summary>
    public static ImportPlan Plan(OkrArchive existing, ImportSource source, AccountId actor, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(source);
        var context = new ImportContext(existing, actor, now);
        context.Plan.Problems.AddRange(source.Problems);
        ScopePlanner.Plan(context, source.Transfer.Scopes);
        CyclePlanner.Plan(context, source.Transfer.Cycles);
        var identities = new ImportIdentities(context);
        identities.Decide(source, wanted => RowOf(source, wanted), wanted => RowOf(source, wanted));
        var objectives = new ObjectivePlanner(context, identities);
        var keyResults = new KeyResultPlanner(context, identities, source);
        foreach (var wanted in source.Transfer.Objectives)
        {
            PlanObjective(context, source, wanted, objectives, keyResults);
        }

        return context.Plan;
    }

    private static void PlanObjective(
        ImportContext context, ImportSource source, TransferObjective wanted, ObjectivePlanner objectives, KeyResultPlanner keyResults)
    {
        var row = RowOf(source, wanted);
        if (objectives.Plan(wanted, row) is not { } objective)
        {
            return;
        }

        var begins = false;
        foreach (var keyResult in wanted.KeyResults)
        {
            begins |= keyResults.Plan(keyResult, objective, context.Scopes[wanted.Scope], context.Cycles[wanted.Cycle], RowOf(source, keyResult));
        }

        CountActive(context, objective.Id, wanted, row);
        objectives.Keep(wanted, begins ? objectives.Activate(objective, wanted, row) : objective, row);
    }

    private static void CountActive(ImportContext context, ObjectiveId objective, TransferObjective wanted, string row)
    {
        var titles = wanted.KeyResults.Select(k => k.Key ?? k.Title).ToHashSet(StringComparer.Ordinal);
        var active = wanted.KeyResults.Count(k => k.State == KeyResultState.Active)
            + context.KeyResultsOf[objective].Count(k => k.State == KeyResultState.Active && !titles.Contains(k.Key) && !titles.Contains(k.Title));
        if (active > Objective.MostActiveKeyResults)
        {
            context.Refuse(row, "state", "key_result.too_many_active", $"An objective takes at most {Objective.MostActiveKeyResults} active key results.");
        }
    }

    private static string RowOf(ImportSource source, TransferKeyResult wanted) => source.Rows.TryGetValue(wanted, out var row) ? row : wanted.Key ?? wanted.Title;

    private static string RowOf(ImportSource source, TransferObjective wanted) => source.ObjectiveRows.TryGetValue(wanted, out var row) ? row : wanted.Key ?? wanted.Title;
}
