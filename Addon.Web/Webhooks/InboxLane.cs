namespace Addon.Web.Webhooks;

/// <summary>One of the two ways through the inbox. What waits for another machine has a way of its own, so that it holds up nothing else.</summary>
internal sealed class InboxLane(bool asksJira)
{
    /// <summary>Whether these are the events for which Jira has to be asked.</summary>
    public bool AsksJira => asksJira;

    /// <summary>Wakes the lane's worker.</summary>
    public InboxSignal Signal { get; } = new();
}
