using Addon.Core.Common;
using Addon.Core.KeyResults;
using Addon.Core.Numbers;
using Addon.Core.Objectives;
using Addon.Core.Scopes;
using Addon.Core.Work;

namespace Addon.Core.Cycles;

/// <summary>Puts a snapshot together.</summary>
internal static class SnapshotBuilder
{
    /// <summary>How everything of a cycle stands at <paramref name="now"/>.</summary>
    public static SnapshotContent Build(
        Cycle cycle, CycleContents contents, IReadOnlyList<Scope> scopes, IReadOnlyDictionary<KeyResultId, Delivery> delivery, DateTimeOffset now)
    {
        var scopeOf = scopes.ToDictionary(s => s.Id);
        var keyResults = contents.KeyResults.ToLookup(k => k.Objective);
        return new SnapshotContent(
            SnapshotContent.CurrentFormat,
            new SnapshotCycle(cycle.Id.Value, cycle.Name, cycle.Kind, cycle.Start, cycle.End),
            [
                .. contents.Objectives.Select(o => Build(
                    o, scopeOf[o.Scope], [.. keyResults[o.Id].Select(k => (k, KeyResultNumbers.Of(k, cycle, scopeOf[o.Scope], now)))], delivery)),
            ]);
    }

    private static SnapshotObjective Build(
        Objective objective, Scope scope, List<(KeyResult KeyResult, KeyResultNumbers Numbers)> keyResults, IReadOnlyDictionary<KeyResultId, Delivery> delivery)
    {
        var numbers = ObjectiveNumbers.Of(keyResults);
        return new SnapshotObjective
        {
            Id = objective.Id.Value,
            Key = objective.Key,
            Title = objective.Title,
            ScopeId = scope.Id.Value,
            Scope = scope.Name,
            Owner = objective.Owner?.Value,
            State = objective.State.ToString(),
            Outcome = objective.Outcome?.ToString(),
            ParentObjectiveId = objective.Parent?.Objective.Value,
            ParentKeyResultId = objective.Parent?.KeyResult?.Value,
            Contribution = objective.Contribution,
            StandaloneReason = objective.StandaloneReason,
            Progress = Round(numbers.Progress),
            Measured = numbers.Measured,
            Total = numbers.Total,
            KeyResults = [.. keyResults.Select(k => Build(k.KeyResult, k.Numbers, delivery.GetValueOrDefault(k.KeyResult.Id)))],
        };
    }

    private static SnapshotKeyResult Build(KeyResult keyResult, KeyResultNumbers numbers, Delivery delivery) => new()
    {
        Id = keyResult.Id.Value,
        Key = keyResult.Key,
        Title = keyResult.Title,
        Direction = keyResult.Direction.ToString(),
        From = keyResult.From,
        To = keyResult.To,
        Low = keyResult.Low,
        High = keyResult.High,
        Unit = keyResult.Unit,
        Per = keyResult.Per.ToString(),
        Weight = keyResult.Weight,
        Owner = keyResult.Owner?.Value,
        State = keyResult.State.ToString(),
        Value = keyResult.Current,
        ValueAt = keyResult.CurrentAt,
        OriginalFrom = keyResult.Original?.From,
        OriginalTo = keyResult.Original?.To,
        RawProgress = Round(numbers.Progress?.Raw),
        FinalScore = Round(FinalScore.Of(keyResult)),
        Health = HealthWords.Of(numbers.Health),
        Confidence = numbers.Confidence,
        EndReason = keyResult.EndReason,
        Redirect = keyResult.Redirect,
        IssuesDone = delivery.Done,
        IssuesTotal = delivery.Total,
    };

    /// <summary>A share of thirds would else fill the document with digits that nobody measured.</summary>
    private static decimal? Round(decimal? share) => share is { } known ? decimal.Round(known, 6) : null;
}
