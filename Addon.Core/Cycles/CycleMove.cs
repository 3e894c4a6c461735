namespace Addon.Core.Cycles;

/// <summary>What a person does with a cycle. Reopening is a word of its own, because its target is that of starting to close.</summary>
public enum CycleMove
{
    /// <summary>Planned to active.</summary>
    Active = 0,

    /// <summary>Active to closing.</summary>
    Closing = 1,

    /// <summary>Closing to closed, with a snapshot.</summary>
    Closed = 2,

    /// <summary>Closed back to closing.</summary>
    Reopen = 3,
}
