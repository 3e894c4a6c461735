using Addon.Core.Audit;
using Addon.Web.Http;

namespace Addon.Web.Audit;

/// <summary>An entry of the audit as the API gives it.</summary>
internal sealed record AuditEventResponse(
    Guid Id,
    DateTimeOffset At,
    string? Actor,
    string Action,
    string EntityType,
    string EntityId,
    IReadOnlyDictionary<string, string?> Before,
    IReadOnlyDictionary<string, string?> After,
    string Via)
{
    /// <summary>The entry in the API's words.</summary>
    public static AuditEventResponse Of(AuditEvent found) => new(
        found.Id,
        found.At,
        found.Entry.Actor?.Value,
        found.Entry.Action,
        found.Entry.EntityType,
        found.Entry.EntityId,
        found.Entry.Before,
        found.Entry.After,
        WireEnum.Of(found.Entry.Via));
}
