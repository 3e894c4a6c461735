namespace Addon.Core.Objectives;

/// <summary>How an objective ended, in the words of the people who pursued it.</summary>
public enum ObjectiveOutcome
{
    /// <summary>Reached.</summary>
    Done = 0,

    /// <summary>Reached in part.</summary>
    Partly = 1,

    /// <summary>Not reached.</summary>
    Missed = 2,

    /// <summary>Given up before its end.</summary>
    Killed = 3,
}
