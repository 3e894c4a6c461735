using System.Globalization;

namespace Addon.Sandbox.LocalJira;

/// <summary>Numbers as Jira writes them: the same in every culture.</summary>
internal static class Number
{
    public static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Text(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public static long? Parse(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
