using System.Globalization;
using Addon.Core.Audit;

namespace Addon.Web.KeyResultPage;

/// <summary>Tells the audit of a key result to people.</summary>
internal static class HistoryWords
{
    private static readonly Dictionary<string, string> Deeds = new(StringComparer.Ordinal)
    {
        ["key_result.added"] = "wrote it",
        ["key_result.edited"] = "edited it",
        ["key_result.activated"] = "activated it",
        ["key_result.baselining"] = "began to measure where it starts",
        ["key_result.retargeted"] = "moved its target",
        ["key_result.dormant"] = "put it to sleep",
        ["key_result.achieved"] = "called it achieved",
        ["key_result.missed"] = "called it missed",
        ["key_result.killed"] = "called it dead",
        ["key_result.value_recorded"] = "recorded a value",
        ["key_result.value_corrected"] = "corrected a value",
        ["key_result.checked_in"] = "checked in",
        ["key_result.health_lifted"] = "lifted its health by one step",
        ["key_result.health_lift_withdrawn"] = "withdrew the lift of its health",
        ["key_result.hint_accepted"] = "accepted a writing hint",
        ["key_result.hint_shown_again"] = "asked for a writing hint again",
        ["key_result.co_author_invited"] = "asked whether this person helped to write it:",
        ["key_result.co_author_accepted"] = "said to have helped to write it",
        ["key_result.co_author_removed"] = "took this person out of its authors:",
        ["key_result.carried_forward"] = "carried it forward from an earlier cycle",
        ["key_result.imported"] = "imported it",
    };

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["title"] = "Title",
        ["metric"] = "Name of the number",
        ["direction"] = "Kind",
        ["from"] = "From",
        ["to"] = "To",
        ["low"] = "At least",
        ["high"] = "At most",
        ["unit"] = "Unit",
        ["per"] = "Per",
        ["weight"] = "Weight",
        ["owner"] = "Owner",
        ["howWorkMovesIt"] = "How work moves it",
        ["source"] = "Data source",
        ["phases"] = "On the way",
        ["dueOn"] = "Due",
        ["reason"] = "Reason",
        ["redirect"] = "The energy goes to",
        ["lift"] = "Note",
        ["note"] = "Note",
        ["value"] = "Value",
        ["measuredAt"] = "Measured",
        ["confidence"] = "Confidence",
        ["acceptedHints"] = "Accepted hints",
    };

    /// <summary>The entry in words. What is not known by name is told by its own, so that nothing of the record is swallowed.</summary>
    public static HistoryLine Of(AuditEvent told)
    {
        var entry = told.Entry;
        var aboutPerson = entry.Action.StartsWith("key_result.co_author_", StringComparison.Ordinal);
        var account = aboutPerson ? entry.After.GetValueOrDefault("account") ?? entry.Before.GetValueOrDefault("account") : null;
        return new HistoryLine(
            told.At,
            entry.Actor?.Value,
            Deeds.GetValueOrDefault(entry.Action) ?? entry.Action.Replace('_', ' ').Replace("key result.", "", StringComparison.Ordinal),
            account == entry.Actor?.Value ? null : account,
            aboutPerson ? [] : ChangesOf(entry));
    }

    private static List<HistoryChange> ChangesOf(AuditEntry entry) =>
    [
        .. entry.Before.Keys.Union(entry.After.Keys, StringComparer.Ordinal)
            // What was done says the state; a new text is told as a whole where it stands.
            .Where(name => name != "state" && (entry.Action != "key_result.added" || name == "title"))
            .Select(name => new HistoryChange(
                Names.GetValueOrDefault(name) ?? name,
                Text(name, entry.Before.GetValueOrDefault(name)),
                Text(name, entry.After.GetValueOrDefault(name)),
                name == "owner"))
            .Where(change => change.Before != change.After),
    ];

    /// <summary>An instant is kept to its last digit; people read the minute.</summary>
    private static string? Text(string name, string? value) =>
        name == "measuredAt" && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at.UtcDateTime.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture)
            : value;
}
