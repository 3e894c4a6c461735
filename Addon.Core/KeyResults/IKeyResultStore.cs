using Addon.Core.Common;
using Addon.Core.Lint;
using Addon.Core.Scopes;

namespace Addon.Core.KeyResults;

/// <summary>Where key results, their values, check-ins, co-authors and target changes are kept.</summary>
public interface IKeyResultStore
{
    /// <summary>The next number of <c>KR-n</c>; never given twice, gaps are possible.</summary>
    Task<int> NextNumberAsync(TenantId tenant, CancellationToken ct);

    /// <summary>The key result of that id.</summary>
    Task<KeyResult?> FindAsync(TenantId tenant, KeyResultId id, CancellationToken ct);

    /// <summary>Those of <paramref name="ids"/> that exist, each with the scope of its objective.</summary>
    Task<IReadOnlyList<(KeyResult KeyResult, ScopeId Scope, ScopeKind Kind)>> ListAsync(TenantId tenant, IReadOnlyCollection<KeyResultId> ids, CancellationToken ct);

    /// <summary>The key results of an objective, by number. Inside a unit of work nobody adds or changes one until its end.</summary>
    Task<IReadOnlyList<KeyResult>> ListOfAsync(TenantId tenant, ObjectiveId objective, CancellationToken ct);

    /// <summary>What the active key results of a scope measure, by number, in cycles that are not closed; without <paramref name="except"/>.</summary>
    Task<IReadOnlyList<OtherMetric>> ListActiveMetricsAsync(TenantId tenant, ScopeId scope, KeyResultId? except, CancellationToken ct);

    /// <summary>Adds a key result.</summary>
    Task AddAsync(TenantId tenant, KeyResult keyResult, AccountId actor, CancellationToken ct);

    /// <summary>Deletes a draft and what belongs to it; anything else stays.</summary>
    /// <returns>False when its version is not the one that was read, it is no draft, or an objective serves it.</returns>
    Task<bool> DeleteDraftAsync(TenantId tenant, KeyResultId id, int version, CancellationToken ct);

    /// <summary>Stores a key result (not its series nor its last check-in) whose version is the one that was read; the row gets the next version.</summary>
    /// <returns>False when somebody else was faster.</returns>
    Task<bool> UpdateAsync(TenantId tenant, KeyResult keyResult, AccountId actor, CancellationToken ct);

    /// <summary>Every value of a key result in the order of recording, corrected ones too. Inside a unit of work the series does not change until its end.</summary>
    Task<IReadOnlyList<KeyResultValue>> ListValuesAsync(TenantId tenant, KeyResultId id, CancellationToken ct);

    /// <summary>Appends a value.</summary>
    Task AppendValueAsync(TenantId tenant, KeyResultValue value, CancellationToken ct);

    /// <summary>Keeps what was computed from the whole series; the version stays, since nobody edited anything.</summary>
    Task SaveSummaryAsync(TenantId tenant, KeyResultId id, SeriesSummary summary, CancellationToken ct);

    /// <summary>Appends a check-in and keeps it as the key result's last one.</summary>
    Task AppendCheckInAsync(TenantId tenant, CheckIn checkIn, CancellationToken ct);

    /// <summary>Every check-in of a key result, oldest first.</summary>
    Task<IReadOnlyList<CheckIn>> ListCheckInsAsync(TenantId tenant, KeyResultId id, CancellationToken ct);

    /// <summary>Appends a retargeting.</summary>
    Task AppendTargetChangeAsync(TenantId tenant, TargetChange change, CancellationToken ct);

    /// <summary>Every retargeting of a key result, oldest first.</summary>
    Task<IReadOnlyList<TargetChange>> ListTargetChangesAsync(TenantId tenant, KeyResultId id, CancellationToken ct);

    /// <summary>The co-authors of a key result, by when they were invited.</summary>
    Task<IReadOnlyList<CoAuthor>> ListCoAuthorsAsync(TenantId tenant, KeyResultId id, CancellationToken ct);

    /// <summary>Adds a co-author or keeps what changed of one.</summary>
    Task SaveCoAuthorAsync(TenantId tenant, KeyResultId id, CoAuthor coAuthor, CancellationToken ct);

    /// <summary>Removes a co-author.</summary>
    Task RemoveCoAuthorAsync(TenantId tenant, KeyResultId id, AccountId account, CancellationToken ct);
}
