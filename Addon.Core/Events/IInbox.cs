using Addon.Core.Common;

namespace Addon.Core.Events;

/// <summary>The durable list of accepted events: in at least once, out exactly once.</summary>
public interface IInbox
{
    /// <summary>Stores an event. Returns only when it is durable.</summary>
    /// <returns>False when a delivery of that id is already there; nothing happens then.</returns>
    Task<bool> AcceptAsync(TenantId tenant, JiraEvent jiraEvent, CancellationToken ct);

    /// <summary>
    /// Claims due deliveries of all tenants, oldest first, for <paramref name="owner"/>; no other worker gets them until the lease ends. Either those for which
    /// Jira has to be asked, or the others (<see cref="JiraEvent.AsksJira"/>).
    /// </summary>
    Task<IReadOnlyList<InboxDelivery>> ClaimAsync(Guid owner, bool asksJira, int most, TimeSpan lease, CancellationToken ct);

    /// <summary>Gives back everything that <paramref name="owner"/> still holds, as if it had never been claimed: at once, and with its attempt.</summary>
    Task ReleaseAsync(Guid owner, CancellationToken ct);

    /// <summary>Marks a delivery as handled, in the transaction of its effect.</summary>
    /// <returns>False when the claim was lost or the delivery is handled already; the caller must not keep the effect.</returns>
    Task<bool> CompleteAsync(InboxDelivery delivery, CancellationToken ct);

    /// <summary>Gives a delivery back, to be tried again at <paramref name="dueAt"/>.</summary>
    Task RetryAsync(InboxDelivery delivery, DateTimeOffset dueAt, string errorCode, CancellationToken ct);

    /// <summary>Gives a delivery up; it stays stored with its error.</summary>
    Task ParkAsync(InboxDelivery delivery, string errorCode, CancellationToken ct);

    /// <summary>How the inbox is doing.</summary>
    Task<InboxHealth> ReadHealthAsync(CancellationToken ct);

    /// <summary>
    /// Forgets at most <paramref name="most"/> handled deliveries that were accepted before <paramref name="before"/>; until then their ids ward off repetitions.
    /// Each call is short, so that events are accepted between two of them.
    /// </summary>
    /// <returns>How many; fewer than <paramref name="most"/> when there are no more.</returns>
    Task<int> PurgeAsync(DateTimeOffset before, int most, CancellationToken ct);
}
