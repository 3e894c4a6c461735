using System.Text.Json;
using Addon.Core.Answers;
using Addon.Core.Common;

namespace Addon.Web.Data.Answers;

/// <summary>Answers: one row per issue, and one link per key result that is kept, marked, when a person removes it.</summary>
internal sealed class AnswerStore(DbSession session, IUnitOfWork work, TimeProvider clock) : IAnswerStore
{
    private const int ManualSource = 0;

    public Task<Answer> FindAsync(TenantId tenant, IssueId issue, CancellationToken ct) => session.QueryMultipleAsync(
        AnswerSql.Find,
        new { tenant = tenant.Value, issue = issue.Value },
        async grid =>
        {
            var row = await grid.ReadSingleOrDefaultAsync<AnswerRow>();
            var links = await grid.ReadAsync<LinkRow>();
            return row?.ToAnswer([.. links.OrderBy(k => k.Number).Select(k => new KeyResultId(k.Id))]) ?? Answer.Unanswered.Instance;
        },
        ct);

    public Task SaveAsync(TenantId tenant, IssueId issue, Answer answer, AccountId actor, CancellationToken ct)
    {
        var (kind, reason, note, links) = answer switch
        {
            Answer.Linked linked => (AnswerRow.Linked, (int?)null, null, linked.KeyResults),
            Answer.NotKrWork not => (AnswerRow.NotKrWork, (int)not.Reason, not.Note, []),
            _ => (AnswerRow.Unanswered, (int?)null, (string?)null, (IReadOnlyList<KeyResultId>)[]),
        };
        var parameters = new
        {
            tenant = tenant.Value,
            issue = issue.Value,
            answer = kind,
            reason,
            note,
            keyResults = JsonSerializer.Serialize(links.Select(id => id.Value)),
            source = ManualSource,
            actor = actor.Value,
            now = clock.GetUtcNow(),
        };
        return work.RunAsync(ct => session.ExecuteAsync(AnswerSql.Save, parameters, ct), ct);
    }

    private sealed class LinkRow
    {
        public Guid Id { get; set; }

        public int Number { get; set; }
    }
}
