namespace Addon.Core.Numbers;

/// <summary>A confidence of 0 to 10 in three words.</summary>
public enum ConfidenceLevel
{
    /// <summary>Up to 3: off track in the eyes of the one who checks in.</summary>
    Low = 0,

    /// <summary>4 to 6: at risk.</summary>
    Medium = 1,

    /// <summary>7 and more: on track.</summary>
    High = 2,
}
