namespace Addon.Core.Numbers;

/// <summary>The one word for a key result or an objective. It is never shown by colour alone.</summary>
public enum Health
{
    /// <summary>Being written.</summary>
    Draft = 0,

    /// <summary>Its start is still being measured.</summary>
    Baselining = 1,

    /// <summary>Too little of the time is over to judge pace, and nobody said how sure they are.</summary>
    TooEarly = 2,

    /// <summary>There should be a value by now, and there is none.</summary>
    Unmeasured = 3,

    /// <summary>Neither pace nor confidence speaks against it.</summary>
    OnTrack = 4,

    /// <summary>Pace or confidence is a step down.</summary>
    AtRisk = 5,

    /// <summary>Pace or confidence says that it will not be reached.</summary>
    OffTrack = 6,

    /// <summary>No person spoke for it for too long: silence is never green.</summary>
    Stale = 7,

    /// <summary>Asleep.</summary>
    Dormant = 8,

    /// <summary>Ended at its target.</summary>
    Achieved = 9,

    /// <summary>Ended short of its target.</summary>
    Missed = 10,

    /// <summary>Called dead.</summary>
    Killed = 11,
}
