using Addon.Core.Common;

namespace Addon.Core.Requests;

/// <summary>One request that its caller can repeat without doing anything twice.</summary>
/// <param name="Tenant">The site.</param>
/// <param name="Account">Who sent it; a key means nothing to anybody else.</param>
/// <param name="Key">The key that the caller chose, at most 200 visible ASCII characters.</param>
/// <param name="Fingerprint">What was asked: a hash of method, address and body.</param>
public sealed record RequestMark(TenantId Tenant, AccountId Account, string Key, string Fingerprint)
{
    /// <summary>How long a key is known.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromHours(24);
}
