using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Addon.Core.Common;
using Addon.Core.Work;

namespace Addon.Web.Data.Work;

/// <summary>
/// Issue snapshots such that any order and any repetition of the same events ends in the same rows: of snapshots the one with the latest update time stays, of
/// equal times the one with the higher <see cref="RankOf">rank</see>; a deletion is final; a project's state is the latest word on the project, kept apart from
/// its issues, so that it also holds for an issue that is heard of later and takes nothing with it when it is revoked.
/// </summary>
internal sealed class IssueSnapshotStore(DbSession session, TimeProvider clock) : IIssueSnapshotStore
{
    public async Task<IssueSnapshot?> FindAsync(TenantId tenant, IssueId issue, CancellationToken ct) =>
        (await session.FindAsync<Row>(SnapshotSql.Find, new { tenant = tenant.Value, issue = issue.Value }, ct))?.ToSnapshot();

    public async Task<bool> SaveIfNewerAsync(TenantId tenant, IssueSnapshot snapshot, CancellationToken ct) => await session.ExecuteAsync(
        SnapshotSql.SaveIfNewer,
        new
        {
            tenant = tenant.Value,
            issue = snapshot.Issue.Value,
            key = snapshot.Key,
            project = snapshot.Project.Value,
            type = snapshot.TypeId,
            level = snapshot.HierarchyLevel,
            parent = snapshot.Parent?.Value,
            statusName = snapshot.StatusName,
            statusCategory = (int)snapshot.StatusCategory,
            updatedAt = snapshot.UpdatedAt,
            rank = RankOf(snapshot),
            now = clock.GetUtcNow(),
        },
        ct) > 0;

    public Task MarkDeletedAsync(TenantId tenant, IssueId issue, DateTimeOffset at, CancellationToken ct) => session.ExecuteAsync(
        SnapshotSql.MarkDeleted, new { tenant = tenant.Value, issue = issue.Value, at, now = clock.GetUtcNow() }, ct);

    public Task SetProjectStateAsync(TenantId tenant, ProjectId project, bool deleted, DateTimeOffset at, CancellationToken ct) => session.ExecuteAsync(
        SnapshotSql.SetProjectState, new { tenant = tenant.Value, project = project.Value, isDeleted = deleted ? 1 : 0, at }, ct);

    /// <summary>
    /// Decides between snapshots of the same update time and different content, which only has to be the same whatever comes first: what knows more
    /// (a REST read may know the hierarchy level that a webhook left out) outranks what knows less, then a hash decides.
    /// </summary>
    internal static string RankOf(IssueSnapshot snapshot)
    {
        var known = (snapshot.TypeId is null ? 0 : 1) + (snapshot.HierarchyLevel is null ? 0 : 1) + (snapshot.Parent is null ? 0 : 1);
        var content = string.Create(
            CultureInfo.InvariantCulture,
            $"{snapshot.Key}\n{snapshot.Project}\n{snapshot.TypeId}\n{snapshot.HierarchyLevel}\n{snapshot.Parent}\n{snapshot.StatusName}\n{(int)snapshot.StatusCategory}");
        return string.Create(CultureInfo.InvariantCulture, $"{known}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}");
    }

    private sealed class Row
    {
        public long IssueId { get; set; }

        public string IssueKey { get; set; } = "";

        public long ProjectId { get; set; }

        public long? TypeId { get; set; }

        public int? HierarchyLevel { get; set; }

        public long? ParentId { get; set; }

        public string StatusName { get; set; } = "";

        public int StatusCategory { get; set; }

        public DateTimeOffset IssueUpdatedAt { get; set; }

        public IssueSnapshot ToSnapshot() => new()
        {
            Issue = new IssueId(IssueId),
            Key = IssueKey,
            Project = new ProjectId(ProjectId),
            TypeId = TypeId,
            HierarchyLevel = HierarchyLevel,
            Parent = ParentId is { } parent ? new IssueId(parent) : null,
            StatusName = StatusName,
            StatusCategory = (StatusCategory)StatusCategory,
            UpdatedAt = IssueUpdatedAt,
        };
    }
}
