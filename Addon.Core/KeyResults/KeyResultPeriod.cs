namespace Addon.Core.KeyResults;

/// <summary>The "per" of a rate: 4 incidents per month.</summary>
public enum KeyResultPeriod
{
    /// <summary>Not a rate.</summary>
    None = 0,

    /// <summary>Per day.</summary>
    Day = 1,

    /// <summary>Per week.</summary>
    Week = 2,

    /// <summary>Per month.</summary>
    Month = 3,
}
