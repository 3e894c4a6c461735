using Addon.Core.Answers;
using Addon.Core.Common;
using Addon.Core.Jira;

namespace Addon.Core.Work;

/// <summary>Makes sure that an issue, and the ancestors it can inherit from, are known, by asking Jira for what no webhook has told.</summary>
public sealed class LearnIssue(IIssueSnapshotStore snapshots, IJiraIssues jira)
{
    private static readonly DomainError Missing = new(ErrorKind.NotFound, "issue.not_found", "There is no such issue on this site.");

    /// <summary>The snapshot of the issue; unknown ancestors are learned too, as far as an answer can be inherited.</summary>
    public async Task<Outcome<IssueSnapshot>> EnsureAsync(TenantId tenant, IssueId issue, CancellationToken ct)
    {
        var first = await FindOrReadAsync(tenant, issue, ct);
        if (!first.Succeeded)
        {
            return first.Error;
        }

        if (first.Value.Snapshot is not { } snapshot)
        {
            return Missing;
        }

        var parent = snapshot.Parent;
        for (var depth = 0; parent is { } id && depth < EffectiveAnswer.InheritDepth; depth++)
        {
            var next = await FindOrReadAsync(tenant, id, ct);
            if (!next.Succeeded)
            {
                return next.Error;
            }

            // An ancestor that Jira does not show to the app ends the line; the issue itself is known all the same.
            parent = next.Value.Snapshot?.Parent;
        }

        return snapshot;
    }

    private async Task<Outcome<FoundIssue>> FindOrReadAsync(TenantId tenant, IssueId issue, CancellationToken ct)
    {
        if (await snapshots.FindAsync(tenant, issue, ct) is { } known)
        {
            return new FoundIssue(known);
        }

        var found = await jira.FindAsync(tenant, issue, ct);
        if (found.Succeeded && found.Value.Snapshot is { } snapshot)
        {
            await snapshots.SaveIfNewerAsync(tenant, snapshot, ct);
        }

        return found;
    }
}
