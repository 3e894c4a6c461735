using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Numbers;
using Addon.Core.Objectives;
using Addon.Core.ProjectPage;
using Addon.Core.Scopes;

namespace Addon.Web.Data.Objectives;

/// <summary>An objective as it is read.</summary>
internal class ObjectiveRow
{
    public Guid Id { get; set; }

    public int Number { get; set; }

    public Guid ScopeId { get; set; }

    public Guid CycleId { get; set; }

    public string Title { get; set; } = "";

    public Guid? ParentObjectiveId { get; set; }

    public Guid? ParentKeyResultId { get; set; }

    public string? Contribution { get; set; }

    public int Version { get; set; }

    public Objective ToObjective() => new()
    {
        Id = new ObjectiveId(Id),
        Number = Number,
        Scope = new ScopeId(ScopeId),
        Cycle = new CycleId(CycleId),
        Title = Title,
        Parent = ParentObjectiveId is { } parent
            ? new ObjectiveParent(new ObjectiveId(parent), ParentKeyResultId is { } keyResult ? new KeyResultId(keyResult) : null)
            : null,
        Contribution = Contribution,
        Version = Version,
    };
}
