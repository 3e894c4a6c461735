using System.Globalization;
using Addon.Core.Common;
using Addon.Core.Scopes;
using Addon.Web.Http;

namespace Addon.Web.Scopes;

/// <summary>A scope as the API gives it.</summary>
internal sealed record ScopeResponse(
    Guid Id,
    string Kind,
    string Name,
    Guid? ParentId,
    string? Owner,
    string? MappingOwner,
    string? Deputy,
    DateOnly? DeputyUntil,
    string Rhythm,
    string MeetingDay,
    string DueTime,
    string TimeZone,
    IReadOnlyList<DateOnly> Holidays,
    IReadOnlyList<long> ProjectIds,
    int Version)
{
    /// <summary>The scope in the API's words.</summary>
    public static ScopeResponse Of(Scope scope, IReadOnlyList<ProjectId> projects) => new(
        scope.Id.Value,
        WireEnum.Of(scope.Kind),
        scope.Name,
        scope.Parent?.Value,
        scope.Owner?.Value,
        scope.MappingOwner?.Value,
        scope.Deputy?.Account.Value,
        scope.Deputy?.Until,
        WireEnum.Of(scope.Rhythm),
        WireEnum.Of(scope.MeetingDay),
        scope.DueTime.ToString("HH:mm", CultureInfo.InvariantCulture),
        scope.TimeZone,
        scope.Holidays,
        [.. projects.Select(p => p.Value)],
        scope.Version);

    /// <summary>The scope with its projects in the API's words.</summary>
    public static ScopeResponse Of(ScopeProjects found) => Of(found.Scope, found.Projects);
}
