using System.Text.Json;
using Addon.Core.Common;
using Addon.Core.KeyResults;
using Addon.Core.Lint;
using Addon.Core.Scopes;

namespace Addon.Web.Data.KeyResults;

/// <summary>Key results and their history as tables.</summary>
internal sealed class KeyResultStore(DbSession session, NumberSequence numbers, IUnitOfWork work, TimeProvider clock) : IKeyResultStore
{
    public Task<int> NextNumberAsync(TenantId tenant, CancellationToken ct) => numbers.NextAsync(tenant, NumberSequence.KeyResult, ct);

    public async Task<KeyResult?> FindAsync(TenantId tenant, KeyResultId id, CancellationToken ct) =>
        (await session.FindAsync<KeyResultRow>(KeyResultSql.Find, Of(tenant, id), ct))?.ToKeyResult();

    public async Task<IReadOnlyList<(KeyResult KeyResult, ScopeId Scope, ScopeKind Kind)>> ListAsync(
        TenantId tenant, IReadOnlyCollection<KeyResultId> ids, CancellationToken ct)
    {
        var rows = await session.QueryAsync<ScopedKeyResultRow>(
            KeyResultSql.List, new { tenant = tenant.Value, ids = JsonSerializer.Serialize(ids.Select(id => id.Value)) }, ct);
        return [.. rows.Select(r => (r.ToKeyResult(), new ScopeId(r.ScopeId), (ScopeKind)r.ScopeKind))];
    }

    public async Task<IReadOnlyList<KeyResult>> ListOfAsync(TenantId tenant, ObjectiveId objective, CancellationToken ct) =>
        [.. (await session.QueryAsync<KeyResultRow>(KeyResultSql.ListOf, new { tenant = tenant.Value, objective = objective.Value }, ct)).Select(r => r.ToKeyResult())];

    public async Task<IReadOnlyList<OtherMetric>> ListActiveMetricsAsync(TenantId tenant, ScopeId scope, KeyResultId? except, CancellationToken ct)
    {
        var rows = await session.QueryAsync<MetricRow>(KeyResultSql.ListActiveMetrics, new { tenant = tenant.Value, scope = scope.Value }, ct);
        return [.. rows.Where(r => r.Id != except?.Value).Select(r => r.ToMetric())];
    }

    public Task AddAsync(TenantId tenant, KeyResult keyResult, AccountId actor, CancellationToken ct) =>
        session.ExecuteAsync(KeyResultSql.Add, Parameters(tenant, keyResult, actor), ct);

    public Task<bool> DeleteDraftAsync(TenantId tenant, KeyResultId id, int version, CancellationToken ct) => work.RunAsync(
        async ct =>
        {
            var parameters = new { tenant = tenant.Value, id = id.Value, version };
            await session.ExecuteAsync(KeyResultSql.DeleteDraftsCoAuthors, parameters, ct);
            return await session.ExecuteAsync(KeyResultSql.DeleteDraft, parameters, ct) == 1;
        },
        ct);

    public async Task<bool> UpdateAsync(TenantId tenant, KeyResult keyResult, AccountId actor, CancellationToken ct) =>
        await session.ExecuteAsync(KeyResultSql.Update, Parameters(tenant, keyResult, actor), ct) == 1;

    public async Task<IReadOnlyList<KeyResultValue>> ListValuesAsync(TenantId tenant, KeyResultId id, CancellationToken ct) =>
        [.. (await session.QueryAsync<ValueRow>(KeyResultSql.ListValues, Of(tenant, id), ct)).Select(r => r.ToValue())];

    public Task AppendValueAsync(TenantId tenant, KeyResultValue value, CancellationToken ct) => work.RunAsync(
        async ct =>
        {
            var written = await session.ExecuteAsync(
                KeyResultSql.AppendValue,
                new
                {
                    tenant = tenant.Value,
                    keyResult = value.KeyResult.Value,
                    id = value.Id,
                    value = value.Value,
                    measuredAt = value.MeasuredAt,
                    note = value.Note,
                    source = (int)value.Source,
                    corrects = value.Corrects,
                    dedupeKey = value.IdempotencyKey ?? value.Id.ToString("D"),
                    recordedAt = value.RecordedAt,
                    actor = value.Actor?.Value,
                },
                ct);
            return written > 0 ? true : throw new InvalidOperationException("There is no such key result to append a value to.");
        },
        ct);

    public Task SaveSummaryAsync(TenantId tenant, KeyResultId id, SeriesSummary summary, CancellationToken ct) => session.ExecuteAsync(
        KeyResultSql.SaveSummary,
        new
        {
            tenant = tenant.Value,
            id = id.Value,
            recent = DbJson.Write(summary.Recent),
            periodsWithValue = summary.PeriodsWithValue,
            periodsInBound = summary.PeriodsInBound,
            lastPeriodInBound = Flag(summary.LastPeriodInBound),
        },
        ct);

    public Task AppendCheckInAsync(TenantId tenant, CheckIn checkIn, CancellationToken ct) => work.RunAsync(
        ct => session.ExecuteAsync(
            KeyResultSql.AppendCheckIn,
            new
            {
                tenant = tenant.Value,
                id = checkIn.Id,
                keyResult = checkIn.KeyResult.Value,
                at = checkIn.At,
                confidence = checkIn.Confidence,
                value = checkIn.Value,
                note = checkIn.Note,
                by = checkIn.By.Value,
            },
            ct),
        ct);

    public async Task<IReadOnlyList<CheckIn>> ListCheckInsAsync(TenantId tenant, KeyResultId id, CancellationToken ct) =>
        [.. (await session.QueryAsync<CheckInRow>(KeyResultSql.ListCheckIns, Of(tenant, id), ct)).Select(r => r.ToCheckIn())];

    public Task AppendTargetChangeAsync(TenantId tenant, TargetChange change, CancellationToken ct) => session.ExecuteAsync(
        KeyResultSql.AppendTargetChange,
        new
        {
            tenant = tenant.Value,
            id = change.Id,
            keyResult = change.KeyResult.Value,
            at = change.At,
            before = DbJson.Write(change.Before),
            after = DbJson.Write(change.After),
            eased = change.Eased ? 1 : 0,
            reason = change.Reason,
            by = change.By.Value,
        },
        ct);

    public async Task<IReadOnlyList<TargetChange>> ListTargetChangesAsync(TenantId tenant, KeyResultId id, CancellationToken ct) =>
        [.. (await session.QueryAsync<TargetChangeRow>(KeyResultSql.ListTargetChanges, Of(tenant, id), ct)).Select(r => r.ToTargetChange())];

    public async Task<IReadOnlyList<CoAuthor>> ListCoAuthorsAsync(TenantId tenant, KeyResultId id, CancellationToken ct) =>
        [.. (await session.QueryAsync<CoAuthorRow>(KeyResultSql.ListCoAuthors, Of(tenant, id), ct)).Select(r => r.ToCoAuthor())];

    public Task SaveCoAuthorAsync(TenantId tenant, KeyResultId id, CoAuthor coAuthor, CancellationToken ct) => work.RunAsync(
        async ct =>
        {
            var parameters = new
            {
                tenant = tenant.Value,
                id = id.Value,
                account = coAuthor.Account.Value,
                invitedBy = coAuthor.InvitedBy.Value,
                invitedAt = coAuthor.InvitedAt,
                acceptedAt = coAuthor.AcceptedAt,
            };
            return await session.ExecuteAsync(KeyResultSql.UpdateCoAuthor, parameters, ct) > 0 || await session.ExecuteAsync(KeyResultSql.AddCoAuthor, parameters, ct) > 0;
        },
        ct);

    public Task RemoveCoAuthorAsync(TenantId tenant, KeyResultId id, AccountId account, CancellationToken ct) =>
        session.ExecuteAsync(KeyResultSql.RemoveCoAuthor, new { tenant = tenant.Value, id = id.Value, account = account.Value }, ct);

    private static object Of(TenantId tenant, KeyResultId id) => new { tenant = tenant.Value, id = id.Value };

    private static int? Flag(bool? value) => value is { } known ? known ? 1 : 0 : null;

    private object Parameters(TenantId tenant, KeyResult keyResult, AccountId actor) => new
    {
        tenant = tenant.Value,
        id = keyResult.Id.Value,
        number = keyResult.Number,
        objective = keyResult.Objective.Value,
        title = keyResult.Title,
        metric = keyResult.Metric,
        direction = (int)keyResult.Direction,
        from = keyResult.From,
        to = keyResult.To,
        low = keyResult.Low,
        high = keyResult.High,
        unit = keyResult.Unit,
        per = (int)keyResult.Per,
        weight = keyResult.Weight,
        owner = keyResult.Owner?.Value,
        howWorkMovesIt = keyResult.HowWorkMovesIt,
        source = (int)keyResult.Source,
        phases = DbJson.Write(keyResult.Phases),
        dueOn = keyResult.DueOn,
        state = (int)keyResult.State,
        baseliningSince = keyResult.BaseliningSince,
        activatedAt = keyResult.ActivatedAt,
        endedAt = keyResult.EndedAt,
        dormantSince = keyResult.DormantSince,
        endReason = keyResult.EndReason,
        redirect = keyResult.Redirect,
        carriedFrom = keyResult.CarriedFrom?.Value,
        original = keyResult.Original is null ? null : DbJson.Write(keyResult.Original),
        liftAt = keyResult.Lift?.At,
        liftBy = keyResult.Lift?.By.Value,
        liftNote = keyResult.Lift?.Note,
        acceptedHints = DbJson.Write(keyResult.AcceptedHints),
        version = keyResult.Version,
        actor = actor.Value,
        now = clock.GetUtcNow(),
    };

    private sealed class MetricRow
    {
        public Guid Id { get; set; }

        public int Number { get; set; }

        public string Title { get; set; } = "";

        public string? Metric { get; set; }

        public string? Unit { get; set; }

        public int Direction { get; set; }

        public OtherMetric ToMetric() => new(KeyResult.KeyOf(Number), Metric ?? Title, Unit, (KeyResultDirection)Direction);
    }

    private sealed class ScopedKeyResultRow : KeyResultRow
    {
        public Guid ScopeId { get; set; }

        public int ScopeKind { get; set; }
    }
}
