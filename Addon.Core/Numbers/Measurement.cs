using System.Globalization;

namespace Addon.Core.Numbers;

/// <summary>The range of every measured number: decimal(19,6).</summary>
public static class Measurement
{
    /// <summary>What to tell a person whose number does not fit.</summary>
    public const string RangeHint = "Use a number between -9,999,999,999,999 and 9,999,999,999,999 with at most six decimals.";

    private const decimal Limit = 9_999_999_999_999m;

    /// <summary>The number without separators or trailing zeros, for machines: it is read back without loss.</summary>
    public static string ToPlainText(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>Whether <paramref name="value"/> is stored without loss.</summary>
    public static bool Fits(decimal value) => Math.Abs(value) <= Limit && decimal.Round(value, 6) == value;
}
