using Addon.Core.Audit;
using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.Objectives;
using Addon.Core.Scopes;

namespace Addon.Core.KeyResults;

/// <summary>Adds key results, always as drafts: pursuing one is a step of its own.</summary>
public sealed class AddKeyResult(KeyResultAccess access, IKeyResultStore keyResults, ScopeAuthority authority, IAuditTrail audit, IUnitOfWork work)
{
    /// <summary>Adds a draft to an objective.</summary>
    public async Task<Outcome<KeyResult>> AddAsync(TenantId tenant, AccountId actor, ObjectiveId objectiveId, KeyResultDraft draft, CancellationToken ct)
    {
        if (await access.FindAroundAsync(tenant, objectiveId, ct) is not var (_, scope, _))
        {
            return KeyResultErrors.ObjectiveMissing;
        }

        if (await authority.CheckWriteAsync(tenant, actor, scope, ct) is { } refusal)
        {
            return refusal;
        }

        return await work.RunAsync<Outcome<KeyResult>>(
            async ct =>
            {
                if (await access.FindAroundAsync(tenant, objectiveId, ct) is not var (objective, _, cycle))
                {
                    return KeyResultErrors.ObjectiveMissing;
                }

                if (FindRefusal(objective, cycle, draft) is { } refused)
                {
                    return refused;
                }

                var keyResult = draft.ApplyTo(Blank(objectiveId, await keyResults.NextNumberAsync(tenant, ct)));
                await keyResults.AddAsync(tenant, keyResult, actor, ct);
                await audit.AppendAsync(
                    tenant, AuditEntry.ByPerson(actor, "key_result.added", "key_result", keyResult.Id.Value.ToString("D"), after: KeyResultFacts.Of(keyResult)), ct);
                return keyResult;
            },
            ct);
    }

    private static DomainError? FindRefusal(Objective objective, Cycle cycle, KeyResultDraft draft)
    {
        if (CycleRule.Check(cycle, CycleNeed.Open) is { } refusal)
        {
            return refusal;
        }

        if (objective.State == ObjectiveState.Closed)
        {
            return KeyResultErrors.ObjectiveClosed;
        }

        return draft.Validate(cycle) is { Count: > 0 } errors ? DomainError.Invalid(errors) : null;
    }

    private static KeyResult Blank(ObjectiveId objective, int number) => new()
    {
        Id = KeyResultId.New(),
        Number = number,
        Objective = objective,
        Title = "",
        Direction = KeyResultDirection.Increase,
        State = KeyResultState.Draft,
    };
}
