using System.Globalization;
using Addon.Core.Numbers;

namespace Addon.Core.KeyResults;

/// <summary>What the audit tells of a key result.</summary>
internal static class KeyResultFacts
{
    /// <summary>Everything that is there.</summary>
    public static Dictionary<string, string?> Of(KeyResult keyResult) =>
        All(keyResult).Where(f => f.Value is not null).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);

    /// <summary>What differs, before and after.</summary>
    public static (Dictionary<string, string?> Before, Dictionary<string, string?> After) Difference(KeyResult before, KeyResult after)
    {
        var (old, now) = (All(before), All(after));
        var changed = old.Keys.Where(k => !string.Equals(old[k], now[k], StringComparison.Ordinal)).ToList();
        return (Only(old, changed), Only(now, changed));
    }

    /// <summary>A number, or null.</summary>
    public static string? Text(decimal? value) => value is { } known ? Measurement.ToPlainText(known) : null;

    private static Dictionary<string, string?> Only(Dictionary<string, string?> facts, List<string> names) =>
        names.ToDictionary(n => n, n => facts[n], StringComparer.Ordinal);

    private static Dictionary<string, string?> All(KeyResult keyResult) => new(StringComparer.Ordinal)
    {
        ["title"] = keyResult.Title,
        ["metric"] = keyResult.Metric,
        ["direction"] = keyResult.Direction.ToString(),
        ["from"] = Text(keyResult.From),
        ["to"] = Text(keyResult.To),
        ["low"] = Text(keyResult.Low),
        ["high"] = Text(keyResult.High),
        ["unit"] = keyResult.Unit,
        ["per"] = keyResult.Per.ToString(),
        ["weight"] = keyResult.Weight.ToString(CultureInfo.InvariantCulture),
        ["owner"] = keyResult.Owner?.Value,
        ["howWorkMovesIt"] = keyResult.HowWorkMovesIt,
        ["source"] = keyResult.Source.ToString(),
        ["phases"] = keyResult.Phases.Count == 0 ? null : string.Join("; ", keyResult.Phases.Select(Text)),
        ["dueOn"] = Text(keyResult.DueOn),
        ["state"] = keyResult.State.ToString(),
        ["reason"] = keyResult.EndReason,
        ["redirect"] = keyResult.Redirect,
        ["lift"] = keyResult.Lift?.Note,
        ["acceptedHints"] = keyResult.AcceptedHints.Count == 0 ? null : string.Join(", ", keyResult.AcceptedHints),
    };

    private static string Text(PhasedTarget phase) => $"{Text(phase.Day)} {Text(phase.Value)}";

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
