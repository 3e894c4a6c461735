using Addon.Core.Common;
using Addon.Core.Lint;
using Addon.Core.Numbers;
using Addon.Core.Scopes;

namespace Addon.Core.KeyResults;

/// <summary>Reads key results and their history for whoever may see them.</summary>
public sealed class ReadKeyResult(KeyResultAccess access, IKeyResultStore keyResults, ScopeAuthority authority, TimeProvider clock)
{
    /// <summary>One key result with its numbers.</summary>
    public async Task<Outcome<KeyResultDetails>> FindAsync(TenantId tenant, AccountId actor, KeyResultId id, CancellationToken ct)
    {
        var found = await access.ForReadingAsync(tenant, actor, id, ct);
        return found.Succeeded ? await DescribeAsync(tenant, found.Value, ct) : found.Error;
    }

    /// <summary>The same for the answer to somebody who was just allowed to write it; null when it is gone.</summary>
    public async Task<KeyResultDetails?> DescribeAsync(TenantId tenant, KeyResultId id, CancellationToken ct) =>
        await access.FindAsync(tenant, id, ct) is { } place ? await DescribeAsync(tenant, place, ct) : null;

    /// <summary>The key results of an objective with their numbers, by number.</summary>
    public async Task<Outcome<IReadOnlyList<(KeyResult KeyResult, KeyResultNumbers Numbers)>>> ListOfAsync(TenantId tenant, AccountId actor, ObjectiveId objective, CancellationToken ct)
    {
        if (await access.FindAroundAsync(tenant, objective, ct) is not var (_, scope, cycle))
        {
            return KeyResultErrors.ObjectiveMissing;
        }

        if (await authority.CheckReadAsync(tenant, actor, scope, ct) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetUtcNow();
        var listed = await keyResults.ListOfAsync(tenant, objective, ct);
        return Outcome<IReadOnlyList<(KeyResult, KeyResultNumbers)>>.Success([.. listed.Select(k => (k, KeyResultNumbers.Of(k, cycle, scope, now)))]);
    }

    /// <summary>Every value in the order of recording, corrected ones too.</summary>
    public Task<Outcome<IReadOnlyList<KeyResultValue>>> ListValuesAsync(TenantId tenant, AccountId actor, KeyResultId id, CancellationToken ct) =>
        ListAsync(tenant, actor, id, keyResults.ListValuesAsync, ct);

    /// <summary>Every check-in, oldest first.</summary>
    public Task<Outcome<IReadOnlyList<CheckIn>>> ListCheckInsAsync(TenantId tenant, AccountId actor, KeyResultId id, CancellationToken ct) =>
        ListAsync(tenant, actor, id, keyResults.ListCheckInsAsync, ct);

    /// <summary>Every retargeting, oldest first.</summary>
    public Task<Outcome<IReadOnlyList<TargetChange>>> ListTargetChangesAsync(TenantId tenant, AccountId actor, KeyResultId id, CancellationToken ct) =>
        ListAsync(tenant, actor, id, keyResults.ListTargetChangesAsync, ct);

    /// <summary>Who it was written with, by when they were asked.</summary>
    public Task<Outcome<IReadOnlyList<CoAuthor>>> ListCoAuthorsAsync(TenantId tenant, AccountId actor, KeyResultId id, CancellationToken ct) =>
        ListAsync(tenant, actor, id, keyResults.ListCoAuthorsAsync, ct);

    private async Task<Outcome<IReadOnlyList<T>>> ListAsync<T>(
        TenantId tenant, AccountId actor, KeyResultId id, Func<TenantId, KeyResultId, CancellationToken, Task<IReadOnlyList<T>>> list, CancellationToken ct)
    {
        var found = await access.ForReadingAsync(tenant, actor, id, ct);
        return found.Succeeded ? Outcome<IReadOnlyList<T>>.Success(await list(tenant, id, ct)) : found.Error;
    }

    private async Task<KeyResultDetails> DescribeAsync(TenantId tenant, KeyResultPlace place, CancellationToken ct)
    {
        var (keyResult, scope) = (place.KeyResult, place.Scope);
        var coAuthors = await keyResults.ListCoAuthorsAsync(tenant, keyResult.Id, ct);
        var others = await keyResults.ListActiveMetricsAsync(tenant, scope.Id, keyResult.Id, ct);
        var subject = LintSubject.Of(keyResult, scope.Kind) with { OtherActiveMetrics = others, HasCoAuthors = coAuthors.Count > 0 };
        return new KeyResultDetails(place, KeyResultNumbers.Of(keyResult, place.Cycle, scope, clock.GetUtcNow()), Linter.Check(subject), coAuthors);
    }
}
