using Addon.Core.Common;
using Addon.Core.Work;

namespace Addon.Core.Cycles;

/// <summary>Reads and copies everything that belongs to a cycle, in a few statements however much it is.</summary>
public interface ICycleContents
{
    /// <summary>How many key results of the cycle are active, baselining or dormant. Inside a unit of work none of them changes until its end.</summary>
    Task<int> CountOpenAsync(TenantId tenant, CycleId cycle, CancellationToken ct);

    /// <summary>Whether an objective of the cycle is active or closed.</summary>
    Task<bool> HasBegunAsync(TenantId tenant, CycleId cycle, CancellationToken ct);

    /// <summary>The objectives and key results of the cycle by number.</summary>
    Task<CycleContents> ReadAsync(TenantId tenant, CycleId cycle, CancellationToken ct);

    /// <summary>In which cycle each objective is that an objective of this cycle serves.</summary>
    Task<IReadOnlyDictionary<ObjectiveId, CycleId>> ReadParentCyclesAsync(TenantId tenant, CycleId cycle, CancellationToken ct);

    /// <summary>The linked work behind the key results of the cycle; what has none is left out.</summary>
    Task<IReadOnlyDictionary<KeyResultId, Delivery>> ReadDeliveryAsync(TenantId tenant, CycleId cycle, CancellationToken ct);

    /// <summary>Adds drafts, giving each its number; those that come in have none.</summary>
    /// <returns>The same with their numbers.</returns>
    Task<CycleContents> AddDraftsAsync(TenantId tenant, CycleContents drafts, AccountId actor, CancellationToken ct);
}
