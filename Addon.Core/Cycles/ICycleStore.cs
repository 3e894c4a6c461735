using Addon.Core.Common;

namespace Addon.Core.Cycles;

/// <summary>Where cycles are kept.</summary>
public interface ICycleStore
{
    /// <summary>The cycle of that id.</summary>
    Task<Cycle?> FindAsync(TenantId tenant, CycleId id, CancellationToken ct);

    /// <summary>The cycle of that name, or null.</summary>
    Task<Cycle?> FindAsync(TenantId tenant, string name, CancellationToken ct);

    /// <summary>Every cycle of the tenant, the latest start first.</summary>
    Task<IReadOnlyList<Cycle>> ListAsync(TenantId tenant, CancellationToken ct);

    /// <summary>The same inside a unit of work: nobody adds or changes a cycle until its end, so what is checked between cycles stays true.</summary>
    Task<IReadOnlyList<Cycle>> ListHeldAsync(TenantId tenant, CancellationToken ct);

    /// <summary>Adds a cycle.</summary>
    Task AddAsync(TenantId tenant, Cycle cycle, AccountId actor, CancellationToken ct);

    /// <summary>Stores a cycle whose version is the one that was read; the row gets the next version.</summary>
    /// <returns>False when somebody else was faster.</returns>
    Task<bool> UpdateAsync(TenantId tenant, Cycle cycle, AccountId actor, CancellationToken ct);
}
