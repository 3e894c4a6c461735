using Addon.Core.Common;

namespace Addon.Core.Scopes;

/// <summary>Who stands in for a mapping owner.</summary>
/// <param name="Account">The person.</param>
/// <param name="Until">The last day of it; a deputy without an end would be a second owner.</param>
public sealed record MappingDeputy(AccountId Account, DateOnly Until);
