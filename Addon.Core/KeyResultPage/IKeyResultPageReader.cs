using Addon.Core.Common;

namespace Addon.Core.KeyResultPage;

/// <summary>Reads a key result's page. For <see cref="ReadKeyResultPage"/> only, which asks who may see it.</summary>
public interface IKeyResultPageReader
{
    /// <summary>The page in one database round trip, or null when there is no such key result on this site.</summary>
    Task<KeyResultSheet?> ReadAsync(TenantId tenant, KeyResultId id, CancellationToken ct);
}
