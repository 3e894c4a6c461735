using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.Objectives;

namespace Addon.Web.Data.Company;

/// <summary>A cycle with one of its objectives, or with none that is shown.</summary>
internal sealed class CompanyObjectiveRow
{
    public Guid CycleId { get; set; }

    public string CycleName { get; set; } = "";

    public int CycleKind { get; set; }

    public DateOnly StartOn { get; set; }

    public DateOnly EndOn { get; set; }

    public int CycleState { get; set; }

    public Guid? Id { get; set; }

    public int? Number { get; set; }

    public Guid? ScopeId { get; set; }

    public string? Title { get; set; }

    public string? Owner { get; set; }

    public Guid? ParentObjectiveId { get; set; }

    public Guid? ParentKeyResultId { get; set; }

    public string? Contribution { get; set; }

    public string? StandaloneReason { get; set; }

    public int? State { get; set; }

    public Cycle ToCycle() => new()
    {
        Id = new CycleId(CycleId),
        Name = CycleName,
        Kind = (CycleKind)CycleKind,
        Start = StartOn,
        End = EndOn,
        State = (CycleState)CycleState,
    };

    public Objective? ToObjective() => Id is not { } id ? null : new Objective
    {
        Id = new ObjectiveId(id),
        Number = Number!.Value,
        Scope = new ScopeId(ScopeId!.Value),
        Cycle = new CycleId(CycleId),
        Title = Title!,
        Owner = Owner is null ? null : new AccountId(Owner),
        Parent = ParentObjectiveId is { } parent
            ? new ObjectiveParent(new ObjectiveId(parent), ParentKeyResultId is { } keyResult ? new KeyResultId(keyResult) : null)
            : null,
        Contribution = Contribution,
        StandaloneReason = StandaloneReason,
        State = (ObjectiveState)State!.Value,
    };
}
