using Addon.Core.Common;

namespace Addon.Core.Audit;

/// <summary>One change, told so that it can be read years later.</summary>
/// <param name="Actor">Who did it, or null when the platform or a rule did.</param>
/// <param name="Action">What was done (<c>answer.set</c>).</param>
/// <param name="EntityType">To what kind of thing (<c>issue</c>).</param>
/// <param name="EntityId">To which one.</param>
/// <param name="Before">The facts before, by field name; empty for something new.</param>
/// <param name="After">The facts after; empty for something removed.</param>
/// <param name="Via">On which way it came.</param>
public sealed record AuditEntry(
    AccountId? Actor,
    string Action,
    string EntityType,
    string EntityId,
    IReadOnlyDictionary<string, string?> Before,
    IReadOnlyDictionary<string, string?> After,
    AuditVia Via)
{
    private static readonly Dictionary<string, string?> Nothing = [];

    /// <summary>A change that no person made.</summary>
    public static AuditEntry BySystem(string action, string entityType, string entityId) =>
        new(null, action, entityType, entityId, Nothing, Nothing, AuditVia.Platform);

    /// <summary>A change that a person made through the product.</summary>
    public static AuditEntry ByPerson(
        AccountId actor,
        string action,
        string entityType,
        string entityId,
        IReadOnlyDictionary<string, string?>? before = null,
        IReadOnlyDictionary<string, string?>? after = null) =>
        new(actor, action, entityType, entityId, before ?? Nothing, after ?? Nothing, AuditVia.Ui);
}
