using Addon.Core.Common;
using Addon.Core.KeyResults;
using Addon.Core.Lint;
using Addon.Core.Scopes;

namespace Addon.Core.Tests.Fakes;

/// <summary>Key results in memory, of one tenant, with the rules of the real store.</summary>
internal sealed class MemoryKeyResults : IKeyResultStore
{
    private readonly Dictionary<KeyResultId, KeyResult> rows = [];
    private readonly List<KeyResultValue> values = [];
    private readonly List<CheckIn> checkIns = [];
    private readonly List<TargetChange> targetChanges = [];
    private readonly Dictionary<(KeyResultId, AccountId), CoAuthor> coAuthors = [];
    private int number;

    /// <summary>Called before an update, for somebody who is faster.</summary>
    public Action? BeforeUpdate { get; set; }

    public KeyResult this[KeyResultId id]
    {
        get => rows[id];
        set => rows[id] = value;
    }

    public IReadOnlyList<KeyResultValue> Values => values;

    public IReadOnlyList<TargetChange> TargetChanges => targetChanges;

    public IReadOnlyList<CheckIn> CheckIns => checkIns;

    public bool Has(KeyResultId id) => rows.ContainsKey(id);

    public Task<int> NextNumberAsync(TenantId tenant, CancellationToken ct) => Task.FromResult(++number);

    public Task<KeyResult?> FindAsync(TenantId tenant, KeyResultId id, CancellationToken ct) => Task.FromResult(rows.GetValueOrDefault(id));

    public Task<IReadOnlyList<(KeyResult KeyResult, ScopeId Scope, ScopeKind Kind)>> ListAsync(TenantId tenant, IReadOnlyCollection<KeyResultId> ids, CancellationToken ct) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<KeyResult>> ListOfAsync(TenantId tenant, ObjectiveId objective, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<KeyResult>>([.. rows.Values.Where(k => k.Objective == objective).OrderBy(k => k.Number)]);

    public Task<IReadOnlyList<OtherMetric>> ListActiveMetricsAsync(TenantId tenant, ScopeId scope, KeyResultId? except, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<OtherMetric>>([.. rows.Values.Where(k => k.State == KeyResultState.Active && k.Id != except).Select(OtherMetric.Of)]);

    public Task AddAsync(TenantId tenant, KeyResult keyResult, AccountId actor, CancellationToken ct)
    {
        rows.Add(keyResult.Id, keyResult);
        return Task.CompletedTask;
    }

    public Task<bool> DeleteDraftAsync(TenantId tenant, KeyResultId id, int version, CancellationToken ct) =>
        Task.FromResult(rows[id].State == KeyResultState.Draft && rows[id].Version == version && rows.Remove(id));

    public Task<bool> UpdateAsync(TenantId tenant, KeyResult keyResult, AccountId actor, CancellationToken ct)
    {
        BeforeUpdate?.Invoke();
        var row = rows[keyResult.Id];
        if (row.Version != keyResult.Version)
        {
            return Task.FromResult(false);
        }

        rows[keyResult.Id] = keyResult with { Version = row.Version + 1, Series = row.Series, LastCheckIn = row.LastCheckIn };
        return Task.FromResult(true);
    }

    public Task<IReadOnlyList<KeyResultValue>> ListValuesAsync(TenantId tenant, KeyResultId id, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<KeyResultValue>>([.. values.Where(v => v.KeyResult == id)]);

    public Task AppendValueAsync(TenantId tenant, KeyResultValue value, CancellationToken ct)
    {
        values.Add(value);
        return Task.CompletedTask;
    }

    public Task SaveSummaryAsync(TenantId tenant, KeyResultId id, SeriesSummary summary, CancellationToken ct)
    {
        rows[id] = rows[id] with { Series = summary };
        return Task.CompletedTask;
    }

    public Task AppendCheckInAsync(TenantId tenant, CheckIn checkIn, CancellationToken ct)
    {
        checkIns.Add(checkIn);
        rows[checkIn.KeyResult] = rows[checkIn.KeyResult] with { LastCheckIn = new CheckInSummary(checkIn.At, checkIn.By, checkIn.Confidence, checkIn.Note) };
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<CheckIn>> ListCheckInsAsync(TenantId tenant, KeyResultId id, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<CheckIn>>([.. checkIns.Where(c => c.KeyResult == id)]);

    public Task AppendTargetChangeAsync(TenantId tenant, TargetChange change, CancellationToken ct)
    {
        targetChanges.Add(change);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<TargetChange>> ListTargetChangesAsync(TenantId tenant, KeyResultId id, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<TargetChange>>([.. targetChanges.Where(c => c.KeyResult == id)]);

    public Task<IReadOnlyList<CoAuthor>> ListCoAuthorsAsync(TenantId tenant, KeyResultId id, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<CoAuthor>>([.. coAuthors.Where(c => c.Key.Item1 == id).Select(c => c.Value).OrderBy(c => c.InvitedAt)]);

    public Task SaveCoAuthorAsync(TenantId tenant, KeyResultId id, CoAuthor coAuthor, CancellationToken ct)
    {
        coAuthors[(id, coAuthor.Account)] = coAuthor;
        return Task.CompletedTask;
    }

    public Task RemoveCoAuthorAsync(TenantId tenant, KeyResultId id, AccountId account, CancellationToken ct)
    {
        coAuthors.Remove((id, account));
        return Task.CompletedTask;
    }
}
