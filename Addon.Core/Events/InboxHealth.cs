#pragma warning disable MA0048 // One read model.
namespace Addon.Core.Events;

/// <summary>How the inbox is doing, over all tenants and without naming one.</summary>
/// <param name="Pending">Accepted and not handled yet.</param>
/// <param name="OldestPendingAt">When the oldest of them was accepted.</param>
/// <param name="Parked">Given up after the last retry.</param>
/// <param name="LastParked">The latest of those, at most 20.</param>
public sealed record InboxHealth(long Pending, DateTimeOffset? OldestPendingAt, long Parked, IReadOnlyList<ParkedDelivery> LastParked);

/// <summary>An event that was given up; it stays stored and can be tried again.</summary>
/// <param name="Name">The event's name.</param>
/// <param name="ReceivedAt">When it was accepted.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="ErrorCode">What went wrong, as a code without anybody's data.</param>
public sealed record ParkedDelivery(string Name, DateTimeOffset ReceivedAt, int Attempts, string ErrorCode);
