using System.Data.Common;
using System.Text.Json;
using Addon.Core.Common;
using Addon.Core.Events;

namespace Addon.Web.Data.Events;

/// <summary>The inbox as a table.</summary>
internal sealed partial class Inbox(DbSession session, TimeProvider clock, ILogger<Inbox> logger) : IInbox
{
    private const string UnreadablePayload = "inbox.payload_unreadable";

    public async Task<bool> AcceptAsync(TenantId tenant, JiraEvent jiraEvent, CancellationToken ct)
    {
        try
        {
            return await session.ExecuteAsync(
                InboxSql.Accept,
                new
                {
                    tenant = tenant.Value,
                    delivery = jiraEvent.DeliveryId,
                    name = jiraEvent.Name,
                    payload = InboxPayload.ToJson(jiraEvent),
                    asksJira = jiraEvent.AsksJira,
                    now = clock.GetUtcNow(),
                },
                ct) == 1;
        }
        catch (DbException e) when (!session.InTransaction && DbFaults.IsDuplicate(e))
        {
            return false;
        }
    }

    public async Task<IReadOnlyList<InboxDelivery>> ClaimAsync(Guid owner, bool asksJira, int most, TimeSpan lease, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var rows = await session.WriteAndReadAsync<Row>(InboxSql.Claim, new { owner, asksJira, most, now, until = now + lease }, ct);
        List<InboxDelivery> deliveries = [];
        foreach (var row in rows.OrderBy(r => r.DueAt).ThenBy(r => r.Seq))
        {
            if (await ReadAsync(row, owner, ct) is { } delivery)
            {
                deliveries.Add(delivery);
            }
        }

        return deliveries;
    }

    public Task ReleaseAsync(Guid owner, CancellationToken ct) => session.ExecuteAsync(InboxSql.Release, new { owner, now = clock.GetUtcNow() }, ct);

    public async Task<bool> CompleteAsync(InboxDelivery delivery, CancellationToken ct) =>
        await session.ExecuteAsync(
            InboxSql.Complete,
            new { tenant = delivery.Tenant.Value, delivery = delivery.Event.DeliveryId, owner = delivery.LeaseOwner, now = clock.GetUtcNow() },
            ct) == 1;

    public Task RetryAsync(InboxDelivery delivery, DateTimeOffset dueAt, string errorCode, CancellationToken ct) => session.ExecuteAsync(
        InboxSql.Retry,
        new { tenant = delivery.Tenant.Value, delivery = delivery.Event.DeliveryId, owner = delivery.LeaseOwner, dueAt, errorCode, now = clock.GetUtcNow() },
        ct);

    public Task ParkAsync(InboxDelivery delivery, string errorCode, CancellationToken ct) =>
        ParkAsync(delivery.Tenant.Value, delivery.Event.DeliveryId, delivery.LeaseOwner, errorCode, ct);

    public Task<InboxHealth> ReadHealthAsync(CancellationToken ct) => session.QueryMultipleAsync(
        InboxSql.Health,
        null,
        async grid =>
        {
            var pending = await grid.ReadSingleAsync<PendingRow>();
            var parked = await grid.ReadSingleAsync<long>();
            var last = await grid.ReadAsync<ParkedRow>();
            return new InboxHealth(
                pending.Pending, pending.OldestPendingAt, parked, [.. last.Select(r => new ParkedDelivery(r.Name, r.ReceivedAt, r.Attempts, r.ErrorCode))]);
        },
        ct);

    public Task<int> PurgeAsync(DateTimeOffset before, int most, CancellationToken ct) => session.ExecuteAsync(InboxSql.Purge, new { before, most }, ct);

    /// <summary>A row that cannot be read is parked here: it must not keep the others from being handled.</summary>
    private async Task<InboxDelivery?> ReadAsync(Row row, Guid owner, CancellationToken ct)
    {
        try
        {
            var happened = InboxPayload.FromJson(row.Payload, row.DeliveryId, row.Name);
            return new InboxDelivery(new TenantId(row.TenantId), happened, row.Attempts - 1, row.ReceivedAt, owner);
        }
        catch (JsonException)
        {
            Log.Unreadable(logger, row.TenantId, row.Seq);
            await ParkAsync(row.TenantId, row.DeliveryId, owner, UnreadablePayload, ct);
            return null;
        }
    }

    private Task<int> ParkAsync(Guid tenant, string delivery, Guid owner, string errorCode, CancellationToken ct) =>
        session.ExecuteAsync(InboxSql.Park, new { tenant, delivery, owner, errorCode, now = clock.GetUtcNow() }, ct);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Parked delivery {Seq} of tenant {TenantId}: its stored event cannot be read.")]
        public static partial void Unreadable(ILogger logger, Guid tenantId, long seq);
    }

    private sealed class Row
    {
        public long Seq { get; set; }

        public Guid TenantId { get; set; }

        public string DeliveryId { get; set; } = "";

        public string Name { get; set; } = "";

        public string? Payload { get; set; }

        public int Attempts { get; set; }

        public DateTimeOffset ReceivedAt { get; set; }

        public DateTimeOffset DueAt { get; set; }
    }

    private sealed class PendingRow
    {
        public long Pending { get; set; }

        public DateTimeOffset? OldestPendingAt { get; set; }
    }

    private sealed class ParkedRow
    {
        public string Name { get; set; } = "";

        public DateTimeOffset ReceivedAt { get; set; }

        public int Attempts { get; set; }

        public string ErrorCode { get; set; } = "";
    }
}
