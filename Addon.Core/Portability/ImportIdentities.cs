using System.Globalization;
using Addon.Core.Common;
using Addon.Core.KeyResults;
using Addon.Core.Objectives;

namespace Addon.Core.Portability;

/// <summary>
/// Says which stored row each row of a file is. A key means the row of that key when it has the same scope and cycle; without a key the title does, below the same
/// scope and cycle or objective. Everything else is new.
/// </summary>
internal sealed class ImportIdentities
{
    private readonly ImportContext context;
    private readonly Dictionary<int, Objective> objectivesByNumber;
    private readonly Dictionary<int, KeyResult> keyResultsByNumber;
    private readonly ILookup<(string Scope, string Cycle, string Title), Objective> objectivesByTitle;
    private readonly Dictionary<ObjectiveId, Objective> objectivesById;
    private readonly Dictionary<(string Key, string Scope, string Cycle), ObjectiveId> namedObjectives = [];
    private readonly Dictionary<(string Key, string Scope, string Cycle), (ObjectiveId Objective, KeyResultId KeyResult)> namedKeyResults = [];

    public ImportIdentities(ImportContext context)
    {
        this.context = context;
        objectivesByNumber = context.Existing.Objectives.ToDictionary(o => o.Number);
        keyResultsByNumber = context.Existing.KeyResults.ToDictionary(k => k.Number);
        objectivesById = context.Existing.Objectives.ToDictionary(o => o.Id);
        var cycles = context.Existing.Cycles.ToDictionary(c => c.Id, c => c.Name);
        CycleNames = cycles;
        objectivesByTitle = context.Existing.Objectives.ToLookup(o => (context.PathOf[o.Scope], cycles[o.Cycle], o.Title));
        foreach (var objective in context.Existing.Objectives)
        {
            namedObjectives[(objective.Key, context.PathOf[objective.Scope], cycles[objective.Cycle])] = objective.Id;
        }

        foreach (var keyResult in context.Existing.KeyResults)
        {
            var of = objectivesById[keyResult.Objective];
            namedKeyResults[(keyResult.Key, context.PathOf[of.Scope], cycles[of.Cycle])] = (of.Id, keyResult.Id);
        }
    }

    private Dictionary<CycleId, string> CycleNames { get; }

    /// <summary>Which objective each one of the file is.</summary>
    public Dictionary<TransferObjective, ObjectiveIdentity> Objectives { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Which key result each one of the file is.</summary>
    public Dictionary<TransferKeyResult, KeyResultIdentity> KeyResults { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>The objective that <paramref name="reference"/> names, of the file or of the site.</summary>
    public ObjectiveId? Find(TransferReference reference) =>
        namedObjectives.TryGetValue((reference.Objective, reference.Scope, reference.Cycle), out var id) ? id : null;

    /// <summary>The key result that <paramref name="reference"/> names.</summary>
    public (ObjectiveId Objective, KeyResultId KeyResult)? FindKeyResult(TransferReference reference) =>
        reference.KeyResult is { } key && namedKeyResults.TryGetValue((key, reference.Scope, reference.Cycle), out var found) ? found : null;

    /// <summary>Decides for all of them, before anything refers to them.</summary>
    public void Decide(ImportSource source, Func<TransferObjective, string> rowOf, Func<TransferKeyResult, string> rowOfKeyResult)
    {
        HashSet<int> wantedObjectives = [];
        HashSet<int> wantedKeyResults = [];
        foreach (var wanted in source.Transfer.Objectives)
        {
            var known = FindKnown(wanted);
            var number = known?.Number ?? Number(wanted.Key, "O-", rowOf(wanted), objectivesByNumber.ContainsKey, wantedObjectives);
            Objectives[wanted] = new(known?.Id ?? ObjectiveId.New(), known, number);
            if (wanted.Key is not null)
            {
                namedObjectives[(wanted.Key, wanted.Scope, wanted.Cycle)] = Objectives[wanted].Id;
            }

            foreach (var keyResult in wanted.KeyResults)
            {
                DecideKeyResult(wanted, keyResult, rowOfKeyResult(keyResult), wantedKeyResults);
            }
        }
    }

    private void DecideKeyResult(TransferObjective objective, TransferKeyResult wanted, string row, HashSet<int> taken)
    {
        var of = Objectives[objective];
        var known = FindKnown(objective, of, wanted);
        var number = known?.Number ?? Number(wanted.Key, "KR-", row, keyResultsByNumber.ContainsKey, taken);
        if (known is not null && !taken.Add(known.Number))
        {
            context.Refuse(row, "key", "import.duplicate_key", $"{known.Key} is there twice.");
        }

        if (known is not null && known.Objective != of.Id)
        {
            context.Refuse(row, "objective", "import.objective_differs", $"{known.Key} belongs to {objectivesById[known.Objective].Key}; a key result stays with its objective.");
        }

        var identity = new KeyResultIdentity(known?.Id ?? KeyResultId.New(), known, number);
        KeyResults[wanted] = identity;
        if (wanted.Key is not null)
        {
            namedKeyResults[(wanted.Key, objective.Scope, objective.Cycle)] = (of.Id, identity.Id);
        }
    }

    private Objective? FindKnown(TransferObjective wanted)
    {
        if (wanted.Key is not null)
        {
            return NumberOf(wanted.Key, "O-") is { } number
                && objectivesByNumber.TryGetValue(number, out var found)
                && context.PathOf[found.Scope] == wanted.Scope
                && CycleNames[found.Cycle] == wanted.Cycle
                    ? found
                    : null;
        }

        return objectivesByTitle[(wanted.Scope, wanted.Cycle, wanted.Title.Trim())].FirstOrDefault();
    }

    private KeyResult? FindKnown(TransferObjective objective, ObjectiveIdentity of, TransferKeyResult wanted)
    {
        if (wanted.Key is not null)
        {
            return NumberOf(wanted.Key, "KR-") is { } number
                && keyResultsByNumber.TryGetValue(number, out var found)
                && context.PathOf[objectivesById[found.Objective].Scope] == objective.Scope
                && CycleNames[objectivesById[found.Objective].Cycle] == objective.Cycle
                    ? found
                    : null;
        }

        return context.KeyResultsOf[of.Id].FirstOrDefault(k => k.Title == wanted.Title.Trim());
    }

    /// <summary>The number that a new row shall have: the wanted one when it is free, else any.</summary>
    private int Number(string? key, string prefix, string row, Func<int, bool> exists, HashSet<int> taken)
    {
        if (key is null)
        {
            return 0;
        }

        if (NumberOf(key, prefix) is not { } number)
        {
            context.Refuse(row, "key", "import.key_invalid", $"A key is {prefix} and a number; leave it out for a new row.");
            return 0;
        }

        if (exists(number))
        {
            context.Note(row, "key", "import.renumbered", $"{key} means something else here; this row gets the next free key.");
            return 0;
        }

        if (!taken.Add(number))
        {
            context.Refuse(row, "key", "import.duplicate_key", $"{key} is there twice.");
        }

        return number;
    }

    private static int? NumberOf(string key, string prefix) =>
        key.StartsWith(prefix, StringComparison.Ordinal)
        && int.TryParse(key.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number is > 0 and < 1_000_000_000
            ? number
            : null;
}

#pragma warning disable MA0048 // What the class above decides.
/// <summary>Which objective it is.</summary>
/// <param name="Id">Its id, known or new.</param>
/// <param name="Known">The stored one, or null.</param>
/// <param name="Number">Its number; 0 for the next free one.</param>
internal sealed record ObjectiveIdentity(ObjectiveId Id, Objective? Known, int Number);

/// <summary>Which key result it is.</summary>
/// <param name="Id">Its id, known or new.</param>
/// <param name="Known">The stored one, or null.</param>
/// <param name="Number">Its number; 0 for the next free one.</param>
internal sealed record KeyResultIdentity(KeyResultId Id, KeyResult? Known, int Number);
