namespace Addon.Core.Numbers;

/// <summary>How long no person has spoken for a key result.</summary>
public enum Staleness
{
    /// <summary>Within a week and its grace.</summary>
    Fresh = 0,

    /// <summary>One check-in was missed.</summary>
    Stale = 1,

    /// <summary>Two were missed.</summary>
    Neglected = 2,

    /// <summary>Three were missed.</summary>
    Abandoned = 3,
}
