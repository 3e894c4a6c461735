using Addon.Core.Common;

namespace Addon.Core.Scopes;

/// <summary>What a person fills in on the first page of a project: as little as an objective needs.</summary>
public sealed record FirstRunDraft
{
    /// <summary>What the team is called.</summary>
    public required string? Name { get; init; }

    /// <summary>The team's time zone.</summary>
    public required string? TimeZone { get; init; }

    /// <summary>Who owns the mapping of work to key results; whoever fills this in when null.</summary>
    public AccountId? MappingOwner { get; init; }

    /// <summary>The cycle to begin in; the one of the current quarter when null.</summary>
    public CycleId? Cycle { get; init; }

    /// <summary>The first objective.</summary>
    public required string? ObjectiveTitle { get; init; }

    /// <summary>Who answers for it; whoever fills this in when null.</summary>
    public AccountId? ObjectiveOwner { get; init; }
}
