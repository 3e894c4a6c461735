namespace Addon.Core.Okrs;

/// <summary>Which way is good.</summary>
public enum KeyResultDirection
{
    /// <summary>From less to more.</summary>
    Increase = 0,

    /// <summary>From more to less.</summary>
    Decrease = 1,
}
