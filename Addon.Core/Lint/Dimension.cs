namespace Addon.Core.Lint;

/// <summary>What kind of unit a unit is. Only units of one kind can be compared.</summary>
internal enum Dimension
{
    /// <summary>A unit we know nothing about: incidents, story points.</summary>
    Other,

    /// <summary>A share.</summary>
    Share,

    /// <summary>Time, in milliseconds.</summary>
    Time,

    /// <summary>Data, in bytes.</summary>
    Data,

    /// <summary>Money, in any currency.</summary>
    Money,
}
