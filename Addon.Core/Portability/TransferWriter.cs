using Addon.Core.Common;
using Addon.Core.KeyResults;
using Addon.Core.Objectives;
using Addon.Core.Scopes;

namespace Addon.Core.Portability;

/// <summary>Puts stored OKRs into the form in which they travel, always in the same order.</summary>
public sealed class TransferWriter
{
    private readonly OkrArchive archive;
    private readonly IReadOnlyDictionary<ScopeId, string> paths;
    private readonly Dictionary<CycleId, string> cycles;
    private readonly Dictionary<ObjectiveId, Objective> objectives;
    private readonly Dictionary<KeyResultId, KeyResult> keyResults;

    private TransferWriter(OkrArchive archive)
    {
        this.archive = archive;
        paths = ScopePaths.Of(archive.Scopes, archive.Projects);
        cycles = archive.Cycles.ToDictionary(c => c.Id, c => c.Name);
        objectives = archive.Objectives.ToDictionary(o => o.Id);
        keyResults = archive.KeyResults.ToDictionary(k => k.Id);
    }

    /// <summary>The document of everything, or of the objectives of one cycle.</summary>
    public static OkrTransfer Write(OkrArchive archive, CycleId? cycle = null)
    {
        ArgumentNullException.ThrowIfNull(archive);
        return new TransferWriter(archive).Write(cycle);
    }

    private OkrTransfer Write(CycleId? cycle)
    {
        var projects = archive.Projects.ToLookup(p => p.Scope, p => p.Project.Value);
        var ofObjective = archive.KeyResults.ToLookup(k => k.Objective);
        return new OkrTransfer
        {
            Scopes = [.. archive.Scopes.OrderBy(s => s.Kind).ThenBy(s => paths[s.Id], StringComparer.Ordinal).Select(s => ScopeOf(s, projects[s.Id]))],
            Cycles = [.. archive.Cycles.Where(c => cycle is null || c.Id == cycle).OrderBy(c => c.Name, StringComparer.Ordinal).Select(CycleOf)],
            Objectives =
            [
                .. archive.Objectives
                    .Where(o => cycle is null || o.Cycle == cycle)
                    .OrderBy(o => cycles[o.Cycle], StringComparer.Ordinal).ThenBy(o => paths[o.Scope], StringComparer.Ordinal).ThenBy(o => o.Number)
                    .Select(o => ObjectiveOf(o, ofObjective[o.Id].OrderBy(k => k.Number))),
            ],
        };
    }

    private TransferScope ScopeOf(Scope scope, IEnumerable<long> projects) => new()
    {
        Path = paths[scope.Id],
        Kind = scope.Kind,
        Name = scope.Name,
        Parent = scope.Parent is { } parent ? paths.GetValueOrDefault(parent) : null,
        Owner = scope.Owner?.Value,
        MappingOwner = scope.MappingOwner?.Value,
        Deputy = scope.Deputy?.Account.Value,
        DeputyUntil = scope.Deputy?.Until,
        Rhythm = scope.Rhythm,
        MeetingDay = scope.MeetingDay,
        DueTime = scope.DueTime,
        TimeZone = scope.TimeZone,
        Holidays = scope.Holidays,
        Projects = [.. projects.Order()],
    };

    private static TransferCycle CycleOf(Cycles.Cycle cycle) => new()
    {
        Name = cycle.Name,
        Kind = cycle.Kind,
        Start = cycle.Start,
        End = cycle.End,
        State = cycle.State,
        ClosingSince = cycle.ClosingSince,
    };

    private TransferObjective ObjectiveOf(Objective objective, IEnumerable<KeyResult> ofIt) => new()
    {
        Key = objective.Key,
        Scope = paths[objective.Scope],
        Cycle = cycles[objective.Cycle],
        Title = objective.Title,
        Why = objective.Why,
        Owner = objective.Owner?.Value,
        Parent = objective.Parent is { } parent ? ReferenceTo(parent.Objective, parent.KeyResult) : null,
        Contribution = objective.Contribution,
        StandaloneReason = objective.StandaloneReason,
        State = objective.State,
        Outcome = objective.Outcome,
        ActivatedAt = objective.ActivatedAt,
        CarriedFrom = objective.CarriedFrom is { } carried ? ReferenceTo(carried, null) : null,
        KeyResults = [.. ofIt.Select(KeyResultOf)],
    };

    private TransferKeyResult KeyResultOf(KeyResult keyResult)
    {
        List<KeyResultValue> values = [.. archive.Values[keyResult.Id]];
        var places = values.Index().ToDictionary(v => v.Item.Id, v => v.Index + 1);
        return new()
        {
            Key = keyResult.Key,
            Title = keyResult.Title,
            Metric = keyResult.Metric,
            Direction = keyResult.Direction,
            From = keyResult.From,
            To = keyResult.To,
            Low = keyResult.Low,
            High = keyResult.High,
            Unit = keyResult.Unit,
            Per = keyResult.Per,
            Weight = keyResult.Weight,
            Owner = keyResult.Owner?.Value,
            HowWorkMovesIt = keyResult.HowWorkMovesIt,
            Source = keyResult.Source,
            Phases = keyResult.Phases,
            DueOn = keyResult.DueOn,
            State = keyResult.State,
            BaseliningSince = keyResult.BaseliningSince,
            ActivatedAt = keyResult.ActivatedAt,
            EndedAt = keyResult.EndedAt,
            DormantSince = keyResult.DormantSince,
            EndReason = keyResult.EndReason,
            Redirect = keyResult.Redirect,
            CarriedFrom = keyResult.CarriedFrom is { } carried && keyResults.TryGetValue(carried, out var earlier) ? ReferenceTo(earlier.Objective, carried) : null,
            Original = keyResult.Original,
            Lift = keyResult.Lift is { } lift ? new(lift.By.Value, lift.At, lift.Note) : null,
            AcceptedHints = keyResult.AcceptedHints,
            Values = [.. values.Select(v => new TransferValue(v.Value, v.MeasuredAt, v.RecordedAt, v.Source, v.Actor?.Value, v.Note, PlaceOf(v.Corrects), v.IdempotencyKey))],
            CheckIns = [.. archive.CheckIns[keyResult.Id].Select(c => new TransferCheckIn(c.At, c.By.Value, c.Confidence, PlaceOf(c.Value), c.Note))],
            TargetChanges = [.. archive.TargetChanges[keyResult.Id].Select(t => new TransferTargetChange(t.At, t.By.Value, t.Before, t.After, t.Eased, t.Reason))],
            CoAuthors = [.. archive.CoAuthors[keyResult.Id].Select(a => new TransferCoAuthor(a.Account.Value, a.InvitedBy.Value, a.InvitedAt, a.AcceptedAt))],
        };

        int? PlaceOf(Guid? value) => value is { } id && places.TryGetValue(id, out var place) ? place : null;
    }

    private TransferReference? ReferenceTo(ObjectiveId id, KeyResultId? keyResult) => objectives.TryGetValue(id, out var objective)
        ? new(objective.Key, keyResult is { } named && keyResults.TryGetValue(named, out var of) ? of.Key : null, paths[objective.Scope], cycles[objective.Cycle])
        : null;
}
