using Addon.Core.Common;
using Addon.Core.Cycles;

namespace Addon.Core.KeyResults;

/// <summary>What of a key result may still happen in its cycle.</summary>
internal enum CycleNeed
{
    /// <summary>It is written, begun or moved: only before grading.</summary>
    Open,

    /// <summary>It is measured, spoken for or ended: in grading, too.</summary>
    NotClosed,
}

#pragma warning disable MA0048 // The rule of the enum above.
/// <summary>Judges <see cref="CycleNeed"/>.</summary>
internal static class CycleRule
{
    private static readonly DomainError Closed = new(ErrorKind.Conflict, "cycle.closed", "The cycle is closed; nothing in it changes. It can be reopened for corrections.");

    private static readonly DomainError Closing =
        new(ErrorKind.Conflict, "cycle.closing", "The cycle is being graded: key results take values and check-ins and end, but nothing new begins.");

    /// <summary>Null when the cycle's state leaves room for it; else why not.</summary>
    public static DomainError? Check(Cycle cycle, CycleNeed need) => (cycle.State, need) switch
    {
        (CycleState.Closed, _) => Closed,
        (CycleState.Closing, CycleNeed.Open) => Closing,
        _ => null,
    };
}
