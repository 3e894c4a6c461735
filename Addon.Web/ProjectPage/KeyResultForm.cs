using System.Globalization;
using Addon.Core.KeyResults;
using Addon.Core.Numbers;
using Addon.Web.Http;

namespace Addon.Web.ProjectPage;

/// <summary>What the forms of a key result are filled with. Numbers are text: a script's number would round the longest of them.</summary>
internal sealed record KeyResultForm(
    Guid Id,
    string Key,
    int Version,
    string State,
    string Title,
    string? Metric,
    string Direction,
    string? From,
    string? To,
    string? Low,
    string? High,
    string? Unit,
    string Per,
    string Weight,
    string? Owner,
    string? HowWorkMovesIt,
    string? DueOn,
    string Source,
    IReadOnlyList<KeyResultFormPhase> Phases,
    IReadOnlyList<string> AcceptedHints,
    string? Current,
    int? Confidence)
{
    /// <summary>The key result as its forms take it.</summary>
    public static KeyResultForm Of(KeyResult keyResult) => new(
        keyResult.Id.Value,
        keyResult.Key,
        keyResult.Version,
        WireEnum.Of(keyResult.State),
        keyResult.Title,
        keyResult.Metric,
        WireEnum.Of(keyResult.Direction),
        Text(keyResult.From),
        Text(keyResult.To),
        Text(keyResult.Low),
        Text(keyResult.High),
        keyResult.Unit,
        WireEnum.Of(keyResult.Per),
        keyResult.Weight.ToString(CultureInfo.InvariantCulture),
        keyResult.Owner?.Value,
        keyResult.HowWorkMovesIt,
        keyResult.DueOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        WireEnum.Of(keyResult.Source),
        [.. keyResult.Phases.Select(p => new KeyResultFormPhase(p.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Measurement.ToPlainText(p.Value)))],
        [.. keyResult.AcceptedHints],
        Text(keyResult.Current),
        keyResult.LastCheckIn?.Confidence);

    private static string? Text(decimal? value) => value is { } known ? Measurement.ToPlainText(known) : null;
}

#pragma warning disable MA0048 // A part of the form above.
/// <summary>A target on the way.</summary>
internal sealed record KeyResultFormPhase(string Day, string Value);
