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

    private const int MostReread = 1000;

    /// <summary>Handles the delivery.</summary>
    /// <returns>True when its effect is stored; false when another worker was faster, and nothing was changed here. A refusal can be tried again.</returns>
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

                foreach (var snapshot in reread.Value)
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

    private async Task<Outcome<IReadOnlyList<IssueSnapshot>>> RereadAsync(InboxDelivery delivery, CancellationToken ct)
    {
        switch (delivery.Event)
        {
            case { Kind: JiraEventKind.IssueChanged or JiraEventKind.Unreadable, Snapshot: null, Issue: { } issue }:
                var found = await jira.FindAsync(delivery.Tenant, issue, ct);
                return found.Succeeded ? Some(found.Value.Snapshot) : found.Error;
            case { Kind: JiraEventKind.Unreadable }:
                return await jira.ListChangedAsync(delivery.Tenant, delivery.ReceivedAt - Lookback, MostReread, ct);
            default:
                return Some(null);
        }
    }

    private static Outcome<IReadOnlyList<IssueSnapshot>> Some(IssueSnapshot? snapshot) =>
        Outcome<IReadOnlyList<IssueSnapshot>>.Success(snapshot is null ? [] : [snapshot]);
}
