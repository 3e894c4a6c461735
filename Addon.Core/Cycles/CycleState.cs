namespace Addon.Core.Cycles;

/// <summary>Where a cycle is in its life: Planned, Active, Closing, Closed; a closed one can only be reopened, into Closing.</summary>
public enum CycleState
{
    /// <summary>To come; objectives are drafted in it.</summary>
    Planned = 0,

    /// <summary>Running.</summary>
    Active = 1,

    /// <summary>Being graded, 14 days by default: key results end, nothing new begins.</summary>
    Closing = 2,

    /// <summary>Over: a snapshot says how it ended, and nothing in it changes.</summary>
    Closed = 3,
}
