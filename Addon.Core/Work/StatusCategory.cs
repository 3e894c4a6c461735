namespace Addon.Core.Work;

/// <summary>Jira's three families of statuses.</summary>
public enum StatusCategory
{
    /// <summary>Not started (Jira's key <c>new</c>), and anything unknown.</summary>
    ToDo = 0,

    /// <summary>Under way (<c>indeterminate</c>).</summary>
    InProgress = 1,

    /// <summary>Finished (<c>done</c>).</summary>
    Done = 2,
}
