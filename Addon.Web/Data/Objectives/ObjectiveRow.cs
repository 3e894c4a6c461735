using Addon.Core.Common;
using Addon.Core.Objectives;

namespace Addon.Web.Data.Objectives;

/// <summary>An objective as it is read.</summary>
internal class ObjectiveRow
{
    public Guid Id { get; set; }

    public int Number { get; set; }

    public Guid ScopeId { get; set; }

    public Guid CycleId { get; set; }

    public string Title { get; set; } = "";

    public string? Why { get; set; }

    public string? Owner { get; set; }

    public Guid? ParentObjectiveId { get; set; }

    public Guid? ParentKeyResultId { get; set; }

    public string? Contribution { get; set; }

    public string? StandaloneReason { get; set; }

    public int State { get; set; }

    public int? Outcome { get; set; }

    public DateTimeOffset? ActivatedAt { get; set; }

    public Guid? CarriedFromId { get; set; }

    public int Version { get; set; }

    public Objective ToObjective() => new()
    {
        Id = new ObjectiveId(Id),
        Number = Number,
        Scope = new ScopeId(ScopeId),
        Cycle = new CycleId(CycleId),
        Title = Title,
        Why = Why,
        Owner = Owner is null ? null : new AccountId(Owner),
        Parent = ParentObjectiveId is { } parent
            ? new ObjectiveParent(new ObjectiveId(parent), ParentKeyResultId is { } keyResult ? new KeyResultId(keyResult) : null)
            : null,
        Contribution = Contribution,
        StandaloneReason = StandaloneReason,
        State = (ObjectiveState)State,
        Outcome = (ObjectiveOutcome?)Outcome,
        ActivatedAt = ActivatedAt,
        CarriedFrom = CarriedFromId is { } carried ? new ObjectiveId(carried) : null,
        Version = Version,
    };
}
