namespace Addon.Core.Okrs;

/// <summary>Where a key result is in its life.</summary>
public enum KeyResultState
{
    /// <summary>Being written; no work can be linked to it yet.</summary>
    Draft = 0,

    /// <summary>Pursued; work can be linked to it.</summary>
    Active = 1,

    /// <summary>Ended at its target.</summary>
    Achieved = 2,

    /// <summary>Ended short of its target.</summary>
    Missed = 3,

    /// <summary>Called dead; the energy goes elsewhere.</summary>
    Killed = 4,
}
