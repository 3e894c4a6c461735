using Addon.Core.Common;
using Addon.Core.Jira;
using Addon.Core.Work;

namespace Addon.Core.Events;

/// <summary>Applies one accepted event: its effect and the mark "handled" are stored together or not at all.</summary>
public sealed class HandleDelivery(IInbox inbox, IIssueSnapshotStore snapshots, IJiraIssues jira, IUnitOfWork work)
{
    /// <summary>
    /// How far before an unreadable delivery Jira is asked for changes: a delivery can be that late. (Connect: webhooks, bulk changes come within 15 minutes,
    /// and what was not answered comes again up to five times, 15 minutes apart at most.)
    /// </summary>
    private static readonly TimeSpan Lookback = TimeSpan.FromMinutes(90);

    /// <summary>Handles the delivery.</summary>
    /// <returns>
    /// True when its effect is stored; false when another worker was faster: nothing was changed here then, but for what Jira said of the issues in general,
    /// which is true whoever asks. A refusal can be tried again.
    /// </returns>
    public async Task<Outcome<bool>> RunAsync(InboxDelivery delivery, CancellationToken ct)
    {
        // What has to be asked from Jira is asked before the transaction: no lock is held while another machine thinks.
        var reread = await RereadAsync(delivery, ct);
        if (!reread.Succeeded)
        {
            return reread.Error;
        }

        return await work.RunAsync<Outcome<bool>>(
            async ct =>
            {
                // First, and not last: a worker that lost its claim must find out before it changes anything.
                if (!await inbox.CompleteAsync(delivery, ct))
                {
                    return false;
                }

                if (reread.Value.Snapshot is { } snapshot)
                {
                    await snapshots.SaveIfNewerAsync(delivery.Tenant, snapshot, ct);
                }

                await ApplyAsync(delivery.Tenant, delivery.Event, ct);
                return true;
            },
            ct);
    }

    private Task ApplyAsync(TenantId tenant, JiraEvent happened, CancellationToken ct) => happened switch
    {
        { Kind: JiraEventKind.IssueChanged, Snapshot: { } snapshot } => snapshots.SaveIfNewerAsync(tenant, snapshot, ct),
        { Kind: JiraEventKind.IssueDeleted, Issue: { } issue } => snapshots.MarkDeletedAsync(tenant, issue, happened.OccurredAt, ct),
        { Kind: JiraEventKind.ProjectDeleted, Project: { } project } => snapshots.SetProjectStateAsync(tenant, project, deleted: true, happened.OccurredAt, ct),
        { Kind: JiraEventKind.ProjectRestored, Project: { } project } => snapshots.SetProjectStateAsync(tenant, project, deleted: false, happened.OccurredAt, ct),
        _ => Task.CompletedTask,
    };

    private async Task<Outcome<FoundIssue>> RereadAsync(InboxDelivery delivery, CancellationToken ct) => delivery.Event switch
    {
        { Kind: JiraEventKind.IssueChanged or JiraEventKind.Unreadable, Snapshot: null, Issue: { } issue } => await jira.FindAsync(delivery.Tenant, issue, ct),
        { Kind: JiraEventKind.Unreadable } => await RereadAllAsync(delivery.Tenant, delivery.ReceivedAt - Lookback, ct),
        { Kind: JiraEventKind.Returned } => await RereadAllAsync(delivery.Tenant, delivery.Event.OccurredAt - Lookback, ct),
        _ => new FoundIssue(null),
    };

    /// <summary>
    /// Saves all that changed, a page at a time: how much it is nobody knows before, and which of it was meant nobody knows at all. A snapshot only ever
    /// gives way to a newer one, so that a repetition after a refusal in the middle does no harm.
    /// </summary>
    private async Task<Outcome<FoundIssue>> RereadAllAsync(TenantId tenant, DateTimeOffset since, CancellationToken ct)
    {
        await foreach (var page in jira.ListChangedAsync(tenant, since, ct))
        {
            if (!page.Succeeded)
            {
                return page.Error;
            }

            await SaveAsync(tenant, page.Value, ct);
        }

        return new FoundIssue(null);
    }

    private Task<int> SaveAsync(TenantId tenant, IReadOnlyList<IssueSnapshot> page, CancellationToken ct) => work.RunAsync(
        async ct =>
        {
            foreach (var snapshot in page)
            {
                await snapshots.SaveIfNewerAsync(tenant, snapshot, ct);
            }

            return page.Count;
        },
        ct);
}
