using Addon.Core.KeyResults;
using Addon.Core.Objectives;
using Addon.Core.Portability;

namespace Addon.Web.Portability;

/// <summary>Which key of a file is another one here: its own was taken.</summary>
internal static class KeyChanges
{
    public static IReadOnlyList<KeyChange> Of(ImportSource source, ImportPlan plan, ImportedKeys keys)
    {
        var here = plan.NewObjectives.Where(o => o.Number == 0).ToLookup(o => o.Title, o => Objective.KeyOf(keys.Objectives[o.Id]), StringComparer.Ordinal);
        var objectives = source.Transfer.Objectives.Where(o => o.Key is not null).ToLookup(o => o.Title.Trim(), o => o.Key!, StringComparer.Ordinal);
        var hereKeyResults = plan.NewKeyResults.Where(k => k.KeyResult.Number == 0)
            .ToLookup(k => k.KeyResult.Title, k => KeyResult.KeyOf(keys.KeyResults[k.KeyResult.Id]), StringComparer.Ordinal);
        var keyResults = source.Transfer.Objectives.SelectMany(o => o.KeyResults).Where(k => k.Key is not null).ToLookup(k => k.Title.Trim(), k => k.Key!, StringComparer.Ordinal);
        return [.. Pair(objectives, here), .. Pair(keyResults, hereKeyResults)];
    }

    private static IEnumerable<KeyChange> Pair(ILookup<string, string> file, ILookup<string, string> here) =>
        here.SelectMany(group => file[group.Key].Zip(group, (was, became) => new KeyChange(was, became))).Where(change => change.File != change.Here);
}
