using Addon.Core.Common;

namespace Addon.Core.Objectives;

/// <summary>Where objectives are kept.</summary>
public interface IObjectiveStore
{
    /// <summary>The next number of <c>O-n</c>; never given twice, gaps are possible.</summary>
    Task<int> NextNumberAsync(TenantId tenant, CancellationToken ct);

    /// <summary>The objective of that id.</summary>
    Task<Objective?> FindAsync(TenantId tenant, ObjectiveId id, CancellationToken ct);

    /// <summary>Adds an objective.</summary>
    Task AddAsync(TenantId tenant, Objective objective, AccountId actor, CancellationToken ct);

    /// <summary>Stores an objective whose <see cref="Objective.Version"/> is the one that was read; the row gets the next version.</summary>
    /// <returns>False when somebody else was faster.</returns>
    Task<bool> UpdateAsync(TenantId tenant, Objective objective, AccountId actor, CancellationToken ct);
}
