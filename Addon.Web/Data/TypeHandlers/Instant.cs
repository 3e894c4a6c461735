using System.Globalization;

namespace Addon.Web.Data.TypeHandlers;

/// <summary>Instants as both engines keep them: UTC, cut (not rounded) to microseconds, so that what is compared is what was stored.</summary>
internal static class Instant
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary>The instant without what is finer than a microsecond.</summary>
    public static DateTimeOffset Cut(DateTimeOffset value)
    {
        var utc = value.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    /// <summary>Text of fixed width: its order is the order of time.</summary>
    public static string ToText(DateTimeOffset value) => Cut(value).ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>Reads <see cref="ToText"/> back.</summary>
    public static DateTimeOffset Parse(string text) =>
        DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
