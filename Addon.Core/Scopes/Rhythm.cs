namespace Addon.Core.Scopes;

/// <summary>How often a scope checks in.</summary>
public enum Rhythm
{
    /// <summary>Every week.</summary>
    Weekly = 1,

    /// <summary>Every second week.</summary>
    Fortnightly = 2,
}
