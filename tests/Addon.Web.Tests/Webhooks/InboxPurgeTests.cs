using Addon.Core.Common;
using Addon.Core.Events;
using Addon.Web.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Webhooks;

public sealed class InboxPurgeTests
{
    [Fact]
    public async Task Rounds_Go_On_Until_There_Is_Nothing_Left()
    {
        var inbox = new FullInbox(2500);
        await using var services = new ServiceCollection().AddSingleton<IInbox>(inbox).BuildServiceProvider();
        using var purge = new InboxPurge(
            services.GetRequiredService<IServiceScopeFactory>(), Options.Create(new InboxOptions()), TimeProvider.System, NullLogger<InboxPurge>.Instance);

        await purge.StartAsync(TestContext.Current.CancellationToken);
        await inbox.Emptied.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await purge.StopAsync(TestContext.Current.CancellationToken);

        inbox.Rounds.ShouldBe([1000, 1000, 500]);
    }

    private sealed class FullInbox(int deliveries) : IInbox
    {
        private readonly TaskCompletionSource emptied = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int handled = deliveries;

        public List<int> Rounds { get; } = [];

        public Task Emptied => emptied.Task;

        public Task<int> PurgeAsync(DateTimeOffset before, int most, CancellationToken ct)
        {
            var round = Math.Min(most, handled);
            handled -= round;
            Rounds.Add(round);
            if (handled == 0)
            {
                emptied.TrySetResult();
            }

            return Task.FromResult(round);
        }

        public Task<bool> AcceptAsync(TenantId tenant, JiraEvent jiraEvent, CancellationToken ct) => throw new NotSupportedException();

        public Task<IReadOnlyList<InboxDelivery>> ClaimAsync(Guid owner, bool asksJira, int most, TimeSpan lease, CancellationToken ct) => throw new NotSupportedException();

        public Task ReleaseAsync(Guid owner, CancellationToken ct) => throw new NotSupportedException();

        public Task<bool> CompleteAsync(InboxDelivery delivery, CancellationToken ct) => throw new NotSupportedException();

        public Task RetryAsync(InboxDelivery delivery, DateTimeOffset dueAt, string errorCode, CancellationToken ct) => throw new NotSupportedException();

        public Task ParkAsync(InboxDelivery delivery, string errorCode, CancellationToken ct) => throw new NotSupportedException();

        public Task<InboxHealth> ReadHealthAsync(CancellationToken ct) => throw new NotSupportedException();
    }
}
