using System.Globalization;
using Addon.Core.KeyResults;
using Addon.Core.Scopes;

namespace Addon.Web.KeyResultPage;

/// <summary>Days and instants in the scope's own zone.</summary>
internal static class SheetDays
{
    /// <summary>"20 Nov 2026".</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The day that it was for the scope.</summary>
    public static string Day(Scope scope, DateTimeOffset at) => Day(scope.DayOf(at));

    /// <summary>The minute that it was for the scope.</summary>
    public static string Minute(Scope scope, DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(scope.TimeZone)).ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>For machines.</summary>
    public static string Wire(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    /// <summary>Where values come from, as people read it.</summary>
    public static string SourceOf(KeyResultSource source) => source switch
    {
        KeyResultSource.Manual => "Manual",
        KeyResultSource.JqlCount => "Count of issues",
        KeyResultSource.JqlSum => "Sum over issues",
        KeyResultSource.LinkedWork => "Linked work (output)",
        KeyResultSource.Api => "API",
        _ => "Import",
    };
}
