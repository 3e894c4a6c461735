using Addon.Core.Common;

namespace Addon.Core.Scopes;

/// <summary>Whose objectives these are: the company, a department or a team, and how it keeps its rhythm.</summary>
public sealed record Scope
{
    /// <summary>Longest name.</summary>
    public const int MaxName = 120;

    /// <summary>Our id.</summary>
    public required ScopeId Id { get; init; }

    /// <summary>How high it stands.</summary>
    public required ScopeKind Kind { get; init; }

    /// <summary>What people call it, 1 to 120 characters.</summary>
    public required string Name { get; init; }

    /// <summary>The scope above, always of a higher kind; null for the company and for what has no place yet.</summary>
    public ScopeId? Parent { get; init; }

    /// <summary>Who decides for it, or null while nobody is named.</summary>
    public AccountId? Owner { get; init; }

    /// <summary>The one person who owns the mapping of work to key results; has to be named before an objective is active.</summary>
    public AccountId? MappingOwner { get; init; }

    /// <summary>Who stands in for the mapping owner, or null.</summary>
    public MappingDeputy? Deputy { get; init; }

    /// <summary>How often it checks in.</summary>
    public Rhythm Rhythm { get; init; } = Rhythm.Weekly;

    /// <summary>On which day it meets.</summary>
    public DayOfWeek MeetingDay { get; init; } = DayOfWeek.Monday;

    /// <summary>Until when on that day a check-in is on time, in <see cref="TimeZone"/>.</summary>
    public TimeOnly DueTime { get; init; } = new(17, 0);

    /// <summary>The IANA name of the zone in which its days begin and end.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Days on which it does not work, ascending, each once. They are no working days when pace is judged.</summary>
    public ValueList<DateOnly> Holidays { get; init; } = ValueList<DateOnly>.Empty;

    /// <summary>Counts the changes; an edit of an older version is a conflict.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The day that it is for this scope.</summary>
    public DateOnly DayOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(TimeZone)).DateTime);
}
