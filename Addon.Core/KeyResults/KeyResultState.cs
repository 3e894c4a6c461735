namespace Addon.Core.KeyResults;

/// <summary>Where a key result is in its life. <see cref="KeyResultLifecycle"/> says what may follow what.</summary>
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

    /// <summary>Wanted, but where it starts is still being measured; 28 days at most.</summary>
    Baselining = 5,

    /// <summary>Asleep: out of the headline number, still listed, one click from being active again.</summary>
    Dormant = 6,
}
