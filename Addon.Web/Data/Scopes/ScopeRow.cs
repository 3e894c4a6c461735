using Addon.Core.Common;
using Addon.Core.Scopes;

namespace Addon.Web.Data.Scopes;

/// <summary>A scope as it is read.</summary>
internal sealed class ScopeRow
{
    public Guid Id { get; set; }

    public int Kind { get; set; }

    public string Name { get; set; } = "";

    public Guid? ParentScopeId { get; set; }

    public string? Owner { get; set; }

    public string? MappingOwner { get; set; }

    public string? MappingDeputy { get; set; }

    public DateOnly? DeputyUntil { get; set; }

    public int Rhythm { get; set; }

    public int MeetingDay { get; set; }

    public int DueMinute { get; set; }

    public string TimeZone { get; set; } = "";

    public string HolidaysJson { get; set; } = "[]";

    public int Version { get; set; }

    public Scope ToScope() => new()
    {
        Id = new ScopeId(Id),
        Kind = (ScopeKind)Kind,
        Name = Name,
        Parent = ParentScopeId is { } parent ? new ScopeId(parent) : null,
        Owner = Owner is null ? null : new AccountId(Owner),
        MappingOwner = MappingOwner is null ? null : new AccountId(MappingOwner),
        Deputy = MappingDeputy is not null && DeputyUntil is { } until ? new MappingDeputy(new AccountId(MappingDeputy), until) : null,
        Rhythm = (Rhythm)Rhythm,
        MeetingDay = (DayOfWeek)MeetingDay,
        DueTime = new TimeOnly(DueMinute / 60, DueMinute % 60),
        TimeZone = TimeZone,
        Holidays = DbJson.ReadList<DateOnly>(HolidaysJson),
        Version = Version,
    };
}
