using Addon.Core.Common;

namespace Addon.Core.Events;

/// <summary>An accepted event that a worker has claimed.</summary>
/// <param name="Tenant">Whose event.</param>
/// <param name="Event">The event.</param>
/// <param name="Attempts">How often it was tried before; 0 the first time.</param>
/// <param name="ReceivedAt">When it was accepted.</param>
/// <param name="LeaseOwner">Who has claimed it.</param>
public sealed record InboxDelivery(TenantId Tenant, JiraEvent Event, int Attempts, DateTimeOffset ReceivedAt, Guid LeaseOwner);
