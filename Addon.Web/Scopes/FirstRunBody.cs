using Addon.Core.Common;
using Addon.Core.Scopes;

namespace Addon.Web.Scopes;

/// <summary>The first page of a project as the API takes it.</summary>
/// <param name="Name">What the team is called.</param>
/// <param name="TimeZone">Its time zone; UTC when left out.</param>
/// <param name="MappingOwner">Who owns the mapping; the caller when left out.</param>
/// <param name="CycleId">The cycle to begin in; the current quarter when left out.</param>
/// <param name="ObjectiveTitle">The first objective.</param>
/// <param name="ObjectiveOwner">Who answers for it; the caller when left out.</param>
internal sealed record FirstRunBody(string? Name, string? TimeZone, string? MappingOwner, Guid? CycleId, string? ObjectiveTitle, string? ObjectiveOwner)
{
    /// <summary>What the domain judges.</summary>
    public FirstRunDraft ToDraft() => new()
    {
        Name = Name,
        TimeZone = TimeZone ?? "UTC",
        MappingOwner = Account(MappingOwner),
        Cycle = CycleId is { } cycle ? new CycleId(cycle) : null,
        ObjectiveTitle = ObjectiveTitle,
        ObjectiveOwner = Account(ObjectiveOwner),
    };

    private static AccountId? Account(string? text) => string.IsNullOrEmpty(text) ? null : new AccountId(text);
}
