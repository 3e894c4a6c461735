using Addon.Core.Common;

namespace Addon.Core.Portability;

/// <summary>One import.</summary>
/// <param name="Tenant">The site.</param>
/// <param name="Id">Our id.</param>
/// <param name="State">Where it is.</param>
/// <param name="Format">What its file is.</param>
/// <param name="By">Who started it.</param>
/// <param name="At">When.</param>
/// <param name="Total">How many rows it has, 0 until they are counted.</param>
/// <param name="Report">What the last run found, as the edge wrote it; or null.</param>
public sealed record ImportJob(TenantId Tenant, Guid Id, ImportState State, ImportFormat Format, AccountId By, DateTimeOffset At, int Total, string? Report)
{
    /// <summary>So many that are not over a site may have.</summary>
    public const int MostOpen = 5;

    /// <summary>So long it is kept after its last change.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);
}
