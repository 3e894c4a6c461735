using Addon.Core.Common;

namespace Addon.Core.Scopes;

/// <summary>What a person wrote about a scope: its settings, and its place below another one.</summary>
public sealed record ScopeDraft
{
    /// <summary>Most days off that are kept: several years of them.</summary>
    public const int MostHolidays = 400;

    /// <summary>Longest name of a time zone.</summary>
    public const int MaxTimeZone = 64;

    /// <summary>What people call it.</summary>
    public required string? Name { get; init; }

    /// <summary>The scope above, or null.</summary>
    public ScopeId? Parent { get; init; }

    /// <summary>Who decides for it.</summary>
    public AccountId? Owner { get; init; }

    /// <summary>Who owns the mapping of work to key results.</summary>
    public AccountId? MappingOwner { get; init; }

    /// <summary>Who stands in for the mapping owner; needs <see cref="DeputyUntil"/>.</summary>
    public AccountId? Deputy { get; init; }

    /// <summary>The deputy's last day.</summary>
    public DateOnly? DeputyUntil { get; init; }

    /// <summary>How often it checks in; null when what was sent is none of them.</summary>
    public required Rhythm? Rhythm { get; init; }

    /// <summary>On which day it meets; null when what was sent is none.</summary>
    public required DayOfWeek? MeetingDay { get; init; }

    /// <summary>Until when on that day a check-in is on time; null when what was sent is no time.</summary>
    public required TimeOnly? DueTime { get; init; }

    /// <summary>The IANA name of its time zone.</summary>
    public required string? TimeZone { get; init; }

    /// <summary>Days on which it does not work, in any order; null when what was sent is no list of days.</summary>
    public required IReadOnlyList<DateOnly>? Holidays { get; init; }

    /// <summary>What the scope says today, as a draft.</summary>
    public static ScopeDraft Of(Scope scope) => new()
    {
        Name = scope.Name,
        Parent = scope.Parent,
        Owner = scope.Owner,
        MappingOwner = scope.MappingOwner,
        Deputy = scope.Deputy?.Account,
        DeputyUntil = scope.Deputy?.Until,
        Rhythm = scope.Rhythm,
        MeetingDay = scope.MeetingDay,
        DueTime = scope.DueTime,
        TimeZone = scope.TimeZone,
        Holidays = scope.Holidays,
    };

    /// <summary>Everything that is wrong with the fields.</summary>
    /// <param name="now">Now: a deputy's time may not be over.</param>
    /// <param name="before">The scope that is edited, or null for a new one. A deputy whose time has run out may stay as it is.</param>
    public IReadOnlyList<FieldError> Validate(DateTimeOffset now, Scope? before = null)
    {
        List<FieldError> errors = [.. CheckName(Name), .. CheckPeople()];
        if (Rhythm is null)
        {
            errors.Add(new("rhythm", "scope.rhythm_invalid", "Check in weekly or fortnightly."));
        }

        if (MeetingDay is null)
        {
            errors.Add(new("meetingDay", "scope.meeting_day_invalid", "Choose the day of the week on which the team meets."));
        }

        if (DueTime is not { } due || due.Ticks % TimeSpan.TicksPerMinute != 0)
        {
            errors.Add(new("dueTime", "scope.due_time_invalid", "Write the time as hours and minutes: 17:00."));
        }

        if (!IsTimeZone(TimeZone))
        {
            errors.Add(new("timeZone", "scope.time_zone_invalid", "Choose a time zone by its IANA name, for example Europe/Berlin."));
        }

        if (Holidays is null)
        {
            errors.Add(new("holidays", "scope.holidays_invalid", "Write one day per line, as 2026-12-25."));
        }
        else if (Holidays.Distinct().Count() > MostHolidays)
        {
            errors.Add(new("holidays", "scope.too_many_holidays", $"Keep the list within {MostHolidays} days; days of past years can go."));
        }

        errors.AddRange(CheckDeputy(now, before));
        return errors;
    }

    /// <summary>What is wrong with the name of a scope.</summary>
    public static IReadOnlyList<FieldError> CheckName(string? name)
    {
        if (!PlainText.IsVisible(name))
        {
            return [new("name", "scope.name_missing", "Give it the name that people use.")];
        }

        if (name!.Trim().Length > Scope.MaxName)
        {
            return [new("name", "scope.name_too_long", $"Keep the name within {Scope.MaxName} characters.")];
        }

        return PlainText.IsLine(name) ? [] : [new("name", "scope.name_invalid", PlainText.Hint)];
    }

    /// <summary>Whether it is the IANA name of a time zone that this machine knows.</summary>
    /// <remarks>The characters come first: a zone is looked up as a file, and Windows' own names differ from machine to machine.</remarks>
    public static bool IsTimeZone(string? name) =>
        name is { Length: > 0 and <= MaxTimeZone }
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+')
        && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
        && zone.HasIanaId;

    /// <summary>The scope with what was written; only after <see cref="Validate"/> found nothing.</summary>
    public Scope WriteTo(Scope scope) => scope with
    {
        Name = Name!.Trim(),
        Parent = Parent,
        Owner = Owner,
        MappingOwner = MappingOwner,
        Deputy = Deputy is { } deputy ? new MappingDeputy(deputy, DeputyUntil!.Value) : null,
        Rhythm = Rhythm!.Value,
        MeetingDay = MeetingDay!.Value,
        DueTime = DueTime!.Value,
        TimeZone = TimeZone!,
        Holidays = new ValueList<DateOnly>(Holidays!.Distinct().Order()),
    };

    private IEnumerable<FieldError> CheckPeople()
    {
        (string Field, AccountId? Account)[] people = [("owner", Owner), ("mappingOwner", MappingOwner), ("deputy", Deputy)];
        return people
            .Where(p => p.Account is { IsWellFormed: false })
            .Select(p => new FieldError(p.Field, "scope.account_invalid", "Choose a person of this site."));
    }

    private IEnumerable<FieldError> CheckDeputy(DateTimeOffset now, Scope? before)
    {
        if (Deputy is null)
        {
            return DeputyUntil is null ? [] : [new("deputy", "scope.deputy_missing", "Choose who stands in until that day, or leave the day out.")];
        }

        if (DeputyUntil is not { } until)
        {
            return [new("deputyUntil", "scope.deputy_end_missing", "Say the last day: a deputy without an end would be a second owner.")];
        }

        if (MappingOwner is null)
        {
            return [new("mappingOwner", "scope.deputy_without_owner", "Name the mapping owner whom the deputy stands in for.")];
        }

        if (MappingOwner == Deputy)
        {
            return [new("deputy", "scope.deputy_is_owner", "Choose somebody else than the mapping owner.")];
        }

        var stays = before?.Deputy == new MappingDeputy(Deputy.Value, until);
        return !stays && IsTimeZone(TimeZone) && until < Today(now)
            ? [new("deputyUntil", "scope.deputy_end_past", "Choose a day that is not over yet.")]
            : [];
    }

    private DateOnly Today(DateTimeOffset now) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(TimeZone!)).DateTime);
}
