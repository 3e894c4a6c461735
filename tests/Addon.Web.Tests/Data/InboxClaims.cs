using Addon.Core.Events;

namespace Addon.Web.Tests.Data;

/// <summary>The usual claim: of events that need nothing but the database.</summary>
internal static class InboxClaims
{
    public static Task<IReadOnlyList<InboxDelivery>> ClaimAsync(this IInbox inbox, Guid owner, int most, TimeSpan lease, CancellationToken ct) =>
        inbox.ClaimAsync(owner, asksJira: false, most, lease, ct);
}
