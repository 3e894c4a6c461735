using Addon.Core.Common;
using Addon.Core.Events;

namespace Addon.Core.Tests.Fakes;

/// <summary>An inbox that only takes; what it took can be read.</summary>
internal sealed class MemoryInbox : IInbox
{
    public List<JiraEvent> Accepted { get; } = [];

    public Task<bool> AcceptAsync(TenantId tenant, JiraEvent jiraEvent, CancellationToken ct)
    {
        Accepted.Add(jiraEvent);
        return Task.FromResult(true);
    }

    public Task<IReadOnlyList<InboxDelivery>> ClaimAsync(Guid owner, bool asksJira, int most, TimeSpan lease, CancellationToken ct) => throw new NotSupportedException();

    public Task ReleaseAsync(Guid owner, CancellationToken ct) => throw new NotSupportedException();

    public Task<bool> CompleteAsync(InboxDelivery delivery, CancellationToken ct) => throw new NotSupportedException();

    public Task RetryAsync(InboxDelivery delivery, DateTimeOffset dueAt, string errorCode, CancellationToken ct) => throw new NotSupportedException();

    public Task ParkAsync(InboxDelivery delivery, string errorCode, CancellationToken ct) => throw new NotSupportedException();

    public Task<InboxHealth> ReadHealthAsync(CancellationToken ct) => throw new NotSupportedException();

    public Task<int> PurgeAsync(DateTimeOffset before, int most, CancellationToken ct) => throw new NotSupportedException();
}
