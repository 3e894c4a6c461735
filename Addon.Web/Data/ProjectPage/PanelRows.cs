#pragma warning disable MA0048 // The rows of one panel, read by one reader.
using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.Objectives;
using Addon.Core.Scopes;
using Addon.Web.Data.KeyResults;
using Addon.Web.Data.Objectives;

namespace Addon.Web.Data.ProjectPage;

/// <summary>An objective with its cycle, the height of its scope and the key result that it serves.</summary>
internal sealed class PanelObjectiveRow : ObjectiveRow
{
    public int ScopeKind { get; set; }

    public int? ServesNumber { get; set; }

    public string? ServesTitle { get; set; }

    public string CycleName { get; set; } = "";

    public int CycleKind { get; set; }

    public DateOnly CycleStart { get; set; }

    public DateOnly CycleEnd { get; set; }

    public int CycleState { get; set; }

    public Cycle ToCycle() => new()
    {
        Id = new CycleId(CycleId),
        Name = CycleName,
        Kind = (CycleKind)CycleKind,
        Start = CycleStart,
        End = CycleEnd,
        State = (CycleState)CycleState,
    };

    /// <summary>This objective as a step of a line that comes from <paramref name="below"/>.</summary>
    public LineStep ToStep(PanelObjectiveRow below) => new(
        Number,
        Title,
        (ScopeKind)ScopeKind,
        below.ServesNumber is { } number ? new LineStepKeyResult(number, below.ServesTitle!) : null);
}

/// <summary>A key result with the work that was counted for it.</summary>
internal sealed class PanelKeyResultRow : KeyResultRow
{
    public int TotalCount { get; set; }

    public int DoneCount { get; set; }

    public int InheritedCount { get; set; }
}
