using Addon.Core.KeyResults;
using Addon.Core.Numbers;
using Addon.Core.Portability;

namespace Addon.Web.Portability;

/// <summary>Finds in what is stored what a row of the table means.</summary>
internal sealed class CsvStored(OkrTransfer existing)
{
    private readonly Dictionary<string, TransferObjective> byKey = existing.Objectives.ToDictionary(o => o.Key!, StringComparer.Ordinal);
    private readonly ILookup<(string, string, string), TransferObjective> byTitle = existing.Objectives.ToLookup(o => (o.Scope, o.Cycle, o.Title));
    private readonly Dictionary<string, (TransferObjective Objective, TransferKeyResult KeyResult)> keyResults =
        existing.Objectives.SelectMany(o => o.KeyResults.Select(k => (o, k))).ToDictionary(p => p.k.Key!, StringComparer.Ordinal);

    private readonly HashSet<string> scopes = existing.Scopes.Select(s => s.Path).ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> cycles = existing.Cycles.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);

    public bool HasScope(string path) => scopes.Contains(path);

    public bool HasCycle(string name) => cycles.Contains(name);

    /// <summary>The objective of that key at that place, or without a key that of that title.</summary>
    public TransferObjective? FindObjective(string? key, string scope, string cycle, string? title) => key is not null
        ? byKey.TryGetValue(key, out var named) && named.Scope == scope && named.Cycle == cycle ? named : null
        : title is null ? null : byTitle[(scope, cycle, title)].FirstOrDefault();

    /// <summary>The key result of that key at the objective's place, or without a key that of that title below it.</summary>
    public TransferKeyResult? Find(TransferObjective objective, string? key, string? title) => key is not null
        ? keyResults.TryGetValue(key, out var named) && named.Objective.Scope == objective.Scope && named.Objective.Cycle == objective.Cycle ? named.KeyResult : null
        : objective.KeyResults.FirstOrDefault(k => k.Title == title);

    /// <summary>The value that counts now.</summary>
    public SeriesPoint? CurrentOf(string key)
    {
        if (!keyResults.TryGetValue(key, out var found) || found.KeyResult.Values.Count == 0)
        {
            return null;
        }

        var ids = found.KeyResult.Values.Select(_ => Guid.NewGuid()).ToArray();
        var series = found.KeyResult.Values.Select((v, i) => new KeyResultValue(
            ids[i], default, v.Value, v.MeasuredAt, v.RecordedAt, v.Source, null, null, v.Corrects is { } place ? ids[place - 1] : null)).ToList();
        var last = SeriesRules.Counting(series)[^1];
        return new(last.MeasuredAt, last.Value);
    }

    /// <summary>What a key in the column <c>serves</c> means.</summary>
    public TransferReference? Refer(string key)
    {
        if (byKey.TryGetValue(key, out var objective))
        {
            return new(key, null, objective.Scope, objective.Cycle);
        }

        return keyResults.TryGetValue(key, out var found) ? new(found.Objective.Key!, key, found.Objective.Scope, found.Objective.Cycle) : null;
    }
}
