using System.Globalization;
using Addon.Core.Common;
using Addon.Core.Scopes;
using Addon.Web.Http;

namespace Addon.Web.Scopes;

/// <summary>A scope as the API takes it. What an edit leaves out is taken away, as everywhere with PUT; what has a default gets it.</summary>
/// <param name="Kind">Company, department or team; only for a new one.</param>
/// <param name="Name">What people call it.</param>
/// <param name="ParentId">The scope above.</param>
/// <param name="Owner">Who decides for it.</param>
/// <param name="MappingOwner">Who owns the mapping of work to key results.</param>
/// <param name="Deputy">Who stands in for the mapping owner.</param>
/// <param name="DeputyUntil">The deputy's last day.</param>
/// <param name="Rhythm">Weekly or fortnightly.</param>
/// <param name="MeetingDay">The day of the week on which it meets.</param>
/// <param name="DueTime">Until when on that day a check-in is on time, <c>17:00</c>.</param>
/// <param name="TimeZone">The IANA name of its time zone.</param>
/// <param name="Holidays">Days on which it does not work.</param>
internal sealed record ScopeBody(
    string? Kind,
    string? Name,
    Guid? ParentId,
    string? Owner,
    string? MappingOwner,
    string? Deputy,
    string? DeputyUntil,
    string? Rhythm,
    string? MeetingDay,
    string? DueTime,
    string? TimeZone,
    IReadOnlyList<string>? Holidays)
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>What the domain judges.</summary>
    public ScopeDraft ToDraft() => new()
    {
        Name = Name,
        Parent = ParentId is { } parent ? new ScopeId(parent) : null,
        Owner = Account(Owner),
        MappingOwner = Account(MappingOwner),
        Deputy = Account(Deputy),
        DeputyUntil = DayOf(DeputyUntil),
        Rhythm = Rhythm is null ? Core.Scopes.Rhythm.Weekly : WireEnum.Parse<Rhythm>(Rhythm),
        MeetingDay = MeetingDay is null ? DayOfWeek.Monday : WireEnum.Parse<DayOfWeek>(MeetingDay),
        DueTime = DueTime is null ? new TimeOnly(17, 0) : TimeOnly.TryParseExact(DueTime, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due) ? due : null,
        TimeZone = TimeZone ?? "UTC",
        Holidays = Days(),
    };

    private List<DateOnly>? Days()
    {
        List<DateOnly> days = [];
        foreach (var text in Holidays ?? [])
        {
            if (DayOf(text) is not { } day)
            {
                return null;
            }

            days.Add(day);
        }

        return days;
    }

    private static AccountId? Account(string? text) => string.IsNullOrEmpty(text) ? null : new AccountId(text);

    private static DateOnly? DayOf(string? text) => DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
