using Addon.Core.Common;

namespace Addon.Core.Portability;

/// <summary>Reads and writes the OKRs of a site as a whole, with few statements whatever their number.</summary>
public interface IOkrArchive
{
    /// <summary>Everything.</summary>
    Task<OkrArchive> ReadAsync(TenantId tenant, CancellationToken ct);

    /// <summary>Writes a plan without problems; has to run in a unit of work, in which it was made from what was read.</summary>
    /// <param name="tenant">The site.</param>
    /// <param name="plan">What to write.</param>
    /// <param name="actor">Who imports.</param>
    /// <param name="progress">Is told how many key results are written.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The keys that new rows got although the file named others or none, by their ids.</returns>
    /// <exception cref="ImportConflictException">Somebody changed a row meanwhile.</exception>
    Task<ImportedKeys> WriteAsync(TenantId tenant, ImportPlan plan, AccountId actor, Action<int> progress, CancellationToken ct);
}
