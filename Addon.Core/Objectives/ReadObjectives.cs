using Addon.Core.Common;
using Addon.Core.Scopes;

namespace Addon.Core.Objectives;

/// <summary>Gives objectives to whoever may read them.</summary>
public sealed class ReadObjectives(IObjectiveStore objectives, IScopeStore scopes, ScopeAuthority authority)
{
    /// <summary>One objective.</summary>
    public async Task<Outcome<Objective>> FindAsync(TenantId tenant, AccountId actor, ObjectiveId id, CancellationToken ct)
    {
        if (await objectives.FindAsync(tenant, id, ct) is not { } objective || await scopes.FindAsync(tenant, objective.Scope, ct) is not { } scope)
        {
            return ObjectiveErrors.Missing;
        }

        return await authority.CheckReadAsync(tenant, actor, scope, ct) is { } refusal ? refusal : objective;
    }

    /// <summary>Objectives by number: those of a scope, or without one those of the company and its departments, which everybody may read.</summary>
    /// <param name="tenant">The site.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="scopeId">Whose, or null.</param>
    /// <param name="cycle">Of which cycle, or null for all.</param>
    /// <param name="after">Only those with a higher number.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Outcome<IReadOnlyList<Objective>>> ListAsync(
        TenantId tenant, AccountId actor, ScopeId? scopeId, CycleId? cycle, int after, int limit, CancellationToken ct)
    {
        if (scopeId is { } id)
        {
            if (await scopes.FindAsync(tenant, id, ct) is not { } scope)
            {
                return ObjectiveErrors.ScopeMissing;
            }

            if (await authority.CheckReadAsync(tenant, actor, scope, ct) is { } refusal)
            {
                return refusal;
            }
        }

        return Outcome<IReadOnlyList<Objective>>.Success(await objectives.ListAsync(tenant, scopeId, cycle, after, limit, ct));
    }
}
