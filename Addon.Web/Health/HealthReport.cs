#pragma warning disable MA0048 // The parts of one answer.
using System.Text.Json.Serialization;

namespace Addon.Web.Health;

/// <summary>How the host is doing. Nothing in it belongs to a tenant.</summary>
/// <param name="Status"><c>ready</c>, or <c>unavailable</c> when the database does not answer.</param>
/// <param name="Inbox">The inbox, when the database answers.</param>
internal sealed record HealthReport(string Status, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] InboxReport? Inbox = null);

/// <summary>The inbox.</summary>
/// <param name="Pending">Accepted and not handled yet.</param>
/// <param name="OldestPendingSeconds">How long the oldest of them has been waiting.</param>
/// <param name="Parked">Given up after the last retry.</param>
/// <param name="LastParked">The latest of those.</param>
internal sealed record InboxReport(long Pending, double? OldestPendingSeconds, long Parked, IReadOnlyList<ParkedReport> LastParked);

/// <summary>A given-up event.</summary>
internal sealed record ParkedReport(string Name, DateTimeOffset ReceivedAt, int Attempts, string ErrorCode);
