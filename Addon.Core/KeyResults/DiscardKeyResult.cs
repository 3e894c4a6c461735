using Addon.Core.Audit;
using Addon.Core.Common;

namespace Addon.Core.KeyResults;

/// <summary>Throws drafts away. What was ever pursued stays: it ends.</summary>
public sealed class DiscardKeyResult(KeyResultAccess access, IKeyResultStore keyResults, IAuditTrail audit, IUnitOfWork work)
{
    private static readonly DomainError NoDraft = new(ErrorKind.Conflict, "key_result.not_draft", "Only a draft is discarded; end this key result instead.");

    private static readonly DomainError Served = new(ErrorKind.Conflict, "key_result.has_children", "An objective says that it serves this key result; connect that one elsewhere first.");

    /// <summary>Discards a draft.</summary>
    /// <returns>The draft as it was.</returns>
    public async Task<Outcome<KeyResult>> DiscardAsync(TenantId tenant, AccountId actor, KeyResultId id, int version, CancellationToken ct)
    {
        var allowed = await access.ForWritingAsync(tenant, actor, id, ct);
        return allowed.Succeeded ? await work.RunAsync(ct => DeleteAsync(tenant, actor, id, version, ct), ct) : allowed.Error;
    }

    private async Task<Outcome<KeyResult>> DeleteAsync(TenantId tenant, AccountId actor, KeyResultId id, int version, CancellationToken ct)
    {
        if (await access.FindAsync(tenant, id, ct) is not { } place)
        {
            return KeyResultErrors.Missing;
        }

        if (place.KeyResult.Version != version)
        {
            return KeyResultErrors.Stale;
        }

        if (CycleRule.Check(place.Cycle, CycleNeed.Open) is { } refusal)
        {
            return refusal;
        }

        if (place.KeyResult.State != KeyResultState.Draft)
        {
            return NoDraft;
        }

        if (!await keyResults.DeleteDraftAsync(tenant, id, version, ct))
        {
            return Served;
        }

        await audit.AppendAsync(tenant, AuditEntry.ByPerson(actor, "key_result.discarded", "key_result", id.Value.ToString("D"), KeyResultFacts.Of(place.KeyResult)), ct);
        return place.KeyResult;
    }
}
