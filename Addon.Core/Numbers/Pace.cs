namespace Addon.Core.Numbers;

/// <summary>How the measured number compares with what is expected by now.</summary>
public enum Pace
{
    /// <summary>Too little of the time is over to judge.</summary>
    TooEarly = 0,

    /// <summary>As far as expected, or near enough.</summary>
    OnTrack = 1,

    /// <summary>Behind, but not hopelessly.</summary>
    AtRisk = 2,

    /// <summary>Far behind.</summary>
    OffTrack = 3,

    /// <summary>There should be a value by now, and there is none.</summary>
    Unmeasured = 4,
}
