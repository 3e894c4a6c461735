using Addon.Core.Common;

namespace Addon.Core.KeyResults;

/// <summary>Who changes what of which key result.</summary>
/// <param name="Tenant">The site.</param>
/// <param name="Actor">Who.</param>
/// <param name="KeyResult">Which.</param>
/// <param name="Version">The version that they saw, or null when their change goes with any.</param>
/// <param name="Action">What the audit calls it.</param>
/// <param name="Need">What the cycle has to leave room for.</param>
/// <param name="Reason">Why, for the audit, where the key result itself does not keep it; or null.</param>
internal sealed record KeyResultEdit(
    TenantId Tenant, AccountId Actor, KeyResultId KeyResult, int? Version, string Action, CycleNeed Need = CycleNeed.Open, string? Reason = null);
