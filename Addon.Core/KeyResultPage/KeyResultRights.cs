namespace Addon.Core.KeyResultPage;

/// <summary>What a person may do with a key result that they may read.</summary>
public enum KeyResultRights
{
    /// <summary>Read, and say yes to having been asked to write it.</summary>
    None = 0,

    /// <summary>Everything that its state allows.</summary>
    Write = 1,

    /// <summary>Jira did not say; nothing is offered until it does.</summary>
    Unknown = 2,
}
