using System.Globalization;
using Addon.Core.Common;

namespace Addon.Core.Cycles;

/// <summary>Why something cannot be done with a cycle.</summary>
public static class CycleErrors
{
    /// <summary>There is no such cycle, or it is another site's.</summary>
    public static readonly DomainError Missing = new(ErrorKind.NotFound, "cycle.not_found", "There is no such cycle on this site.");

    /// <summary>It has changed since it was read.</summary>
    public static readonly DomainError Stale =
        new(ErrorKind.Conflict, "cycle.changed_meanwhile", "Somebody changed this cycle since you opened it. Reload to see their version.");

    /// <summary>Nothing in a closed cycle changes.</summary>
    public static readonly DomainError Closed = new(ErrorKind.Conflict, "cycle.closed", "This cycle is closed, and nothing in it changes. Reopen it first.");

    internal static DomainError NameTaken() =>
        DomainError.Invalid(new FieldError("name", "cycle.name_taken", "Another cycle has this name. Choose another one."));

    internal static DomainError DatesFixed(string field) =>
        DomainError.Invalid(new FieldError(field, "cycle.dates_fixed", "Objectives of this cycle are active: moving its days would move what is expected of each of them. Its name can change."));

    internal static DomainError Overlaps(Cycle other) => new(
        ErrorKind.Conflict,
        "cycle.overlaps",
        string.Create(CultureInfo.InvariantCulture, $"It shares days with {other.Name}, which is active and of the same kind. Close that one first, or change the days."));

    internal static DomainError IllegalMove(Cycle cycle, CycleMove move) =>
        new(ErrorKind.Conflict, "cycle.illegal_transition", $"A cycle that is {Words(cycle.State)} cannot be {Words(move)}.");

    internal static DomainError KeyResultsOpen(int count) => new(
        ErrorKind.Conflict,
        "cycle.key_results_open",
        count == 1
            ? "1 key result of this cycle has not ended. Say whether it was achieved, missed or killed, then close the cycle."
            : string.Create(CultureInfo.InvariantCulture, $"{count} key results of this cycle have not ended. Say of each whether it was achieved, missed or killed, then close the cycle."));

    private static string Words(CycleState state) => state switch
    {
        CycleState.Planned => "planned",
        CycleState.Active => "active",
        CycleState.Closing => "closing",
        _ => "closed",
    };

    private static string Words(CycleMove move) => move switch
    {
        CycleMove.Active => "activated",
        CycleMove.Closing => "put into closing",
        CycleMove.Closed => "closed",
        _ => "reopened",
    };
}
