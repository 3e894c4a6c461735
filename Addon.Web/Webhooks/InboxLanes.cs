using Addon.Core.Events;

namespace Addon.Web.Webhooks;

/// <summary>Both ways through the inbox.</summary>
internal sealed class InboxLanes
{
    /// <summary>The events that need nothing but the database.</summary>
    public InboxLane Own { get; } = new(asksJira: false);

    /// <summary>The events for which Jira has to be asked.</summary>
    public InboxLane Jira { get; } = new(asksJira: true);

    /// <summary>An event was accepted: wakes the worker that it is for.</summary>
    public void Raise(JiraEvent accepted) => (accepted.AsksJira ? Jira : Own).Signal.Raise();
}
