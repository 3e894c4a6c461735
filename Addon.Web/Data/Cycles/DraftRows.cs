#pragma warning disable MA0048 // The two are written together, as JSON.
using Addon.Core.KeyResults;
using Addon.Core.Numbers;
using Addon.Core.Objectives;

namespace Addon.Web.Data.Cycles;

/// <summary>A draft of an objective as a row of a set that is written at once.</summary>
internal sealed record ObjectiveDraftRow(
    Guid Id,
    int Number,
    Guid Scope,
    Guid Cycle,
    string Title,
    string? Why,
    string? Owner,
    Guid? Parent,
    Guid? ParentKeyResult,
    string? Contribution,
    string? StandaloneReason,
    Guid? CarriedFrom)
{
    public static ObjectiveDraftRow Of(Objective objective) => new(
        objective.Id.Value,
        objective.Number,
        objective.Scope.Value,
        objective.Cycle.Value,
        objective.Title,
        objective.Why,
        objective.Owner?.Value,
        objective.Parent?.Objective.Value,
        objective.Parent?.KeyResult?.Value,
        objective.Contribution,
        objective.StandaloneReason,
        objective.CarriedFrom?.Value);
}

/// <summary>A draft of a key result as a row of a set that is written at once. Numbers are text in the form in which SQLite keeps them.</summary>
internal sealed record KeyResultDraftRow(
    Guid Id,
    int Number,
    Guid Objective,
    string Title,
    string? Metric,
    int Direction,
    string? From,
    string? To,
    string? Low,
    string? High,
    string? Unit,
    int Per,
    int Weight,
    string? Owner,
    string? HowWorkMovesIt,
    int Source,
    Guid? CarriedFrom,
    string AcceptedHints)
{
    public static KeyResultDraftRow Of(KeyResult keyResult) => new(
        keyResult.Id.Value,
        keyResult.Number,
        keyResult.Objective.Value,
        keyResult.Title,
        keyResult.Metric,
        (int)keyResult.Direction,
        Text(keyResult.From),
        Text(keyResult.To),
        Text(keyResult.Low),
        Text(keyResult.High),
        keyResult.Unit,
        (int)keyResult.Per,
        keyResult.Weight,
        keyResult.Owner?.Value,
        keyResult.HowWorkMovesIt,
        (int)keyResult.Source,
        keyResult.CarriedFrom?.Value,
        DbJson.Write(keyResult.AcceptedHints));

    private static string? Text(decimal? value) => value is { } known ? Measurement.ToPlainText(known) : null;
}
