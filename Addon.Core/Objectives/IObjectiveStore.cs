using Addon.Core.Common;

namespace Addon.Core.Objectives;

/// <summary>Where objectives are kept.</summary>
public interface IObjectiveStore
{
    /// <summary>The next number of <c>O-n</c>; never given twice, gaps are possible.</summary>
    Task<int> NextNumberAsync(TenantId tenant, CancellationToken ct);

    /// <summary>The objective of that id.</summary>
    Task<Objective?> FindAsync(TenantId tenant, ObjectiveId id, CancellationToken ct);

    /// <summary>At most <paramref name="limit"/> objectives whose number is above <paramref name="after"/>, by number: of that scope, without one those of no team; of that cycle, without one of all.</summary>
    Task<IReadOnlyList<Objective>> ListAsync(TenantId tenant, ScopeId? scope, CycleId? cycle, int after, int limit, CancellationToken ct);

    /// <summary>Adds an objective.</summary>
    Task AddAsync(TenantId tenant, Objective objective, AccountId actor, CancellationToken ct);

    /// <summary>Stores an objective whose <see cref="Objective.Version"/> is the one that was read; the row gets the next version.</summary>
    /// <returns>False when somebody else was faster.</returns>
    Task<bool> UpdateAsync(TenantId tenant, Objective objective, AccountId actor, CancellationToken ct);

    /// <summary>Deletes a draft that has no key results and that no objective serves; anything else stays.</summary>
    /// <returns>False when it is not such a draft of that version.</returns>
    Task<bool> DeleteDraftAsync(TenantId tenant, ObjectiveId id, int version, CancellationToken ct);
}
