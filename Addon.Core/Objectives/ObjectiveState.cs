namespace Addon.Core.Objectives;

/// <summary>Where an objective is in its life.</summary>
public enum ObjectiveState
{
    /// <summary>Being written.</summary>
    Draft = 0,

    /// <summary>Pursued.</summary>
    Active = 1,

    /// <summary>Over; <see cref="ObjectiveOutcome"/> says how.</summary>
    Closed = 2,
}
