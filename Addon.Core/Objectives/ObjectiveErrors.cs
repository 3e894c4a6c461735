using Addon.Core.Common;
using Addon.Core.Cycles;

namespace Addon.Core.Objectives;

/// <summary>The refusals that several use cases share.</summary>
internal static class ObjectiveErrors
{
    public static readonly DomainError Missing = new(ErrorKind.NotFound, "objective.not_found", "There is no such objective on this site.");

    public static readonly DomainError ScopeMissing = new(ErrorKind.NotFound, "scope.not_found", "There is no such scope on this site.");

    public static readonly DomainError Stale =
        new(ErrorKind.Conflict, "objective.changed_meanwhile", "Somebody changed this objective since you opened it. Reload to see their version.");

    public static readonly DomainError CycleClosed =
        new(ErrorKind.Conflict, "cycle.closed", "This cycle is closed: nothing in it changes any more. Reopen it first, or write into another one.");

    public static readonly DomainError CycleClosing =
        new(ErrorKind.Conflict, "cycle.closing", "This cycle is being graded: what runs in it ends, and nothing new begins.");

    public static readonly DomainError Closed =
        new(ErrorKind.Conflict, "objective.closed", "This objective is closed: it stays as it ended.");

    public static readonly DomainError NotDraft =
        new(ErrorKind.Conflict, "objective.not_draft", "Only a draft can be discarded. Close this objective instead, and say how it ended.");

    public static readonly DomainError HasKeyResults =
        new(ErrorKind.Conflict, "objective.has_key_results", "It has key results. Discard those first.");

    public static readonly DomainError IsServed =
        new(ErrorKind.Conflict, "objective.is_served", "Other objectives serve it. Give them another parent first.");

    public static readonly DomainError KeyResultsOpen =
        new(ErrorKind.Conflict, "objective.key_results_open", "Some of its key results still run or sleep. End each of them first: achieved, missed or killed.");

    /// <summary>Null when something may be begun or rewritten in the cycle.</summary>
    public static DomainError? NotWritable(Cycle cycle) => cycle.State switch
    {
        CycleState.Closed => CycleClosed,
        CycleState.Closing => CycleClosing,
        _ => null,
    };

    /// <summary>The refusal of a step that the life of an objective does not have.</summary>
    public static DomainError Illegal(ObjectiveState from, ObjectiveState to) =>
        new(ErrorKind.Conflict, "objective.illegal_transition", $"An objective cannot go from {Word(from)} to {Word(to)}.");

    private static string Word(ObjectiveState state) => state.ToString().ToLowerInvariant();
}
