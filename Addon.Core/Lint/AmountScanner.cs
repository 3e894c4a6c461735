using System.Text.RegularExpressions;
using Addon.Core.Numbers;

namespace Addon.Core.Lint;

/// <summary>Finds the numbers in a text without noise, with the units that stand right at them.</summary>
internal static partial class AmountScanner
{
    /// <summary>The numbers of <paramref name="text"/> from left to right.</summary>
    public static IReadOnlyList<Amount> Scan(string text)
    {
        List<Amount> amounts = [];
        for (var match = Candidate().Match(text); match.Success; match = match.NextMatch())
        {
            if (Read(text, match) is { } amount)
            {
                amounts.Add(amount);
            }
        }

        return amounts;
    }

    private static Amount? Read(string text, Match match)
    {
        if (match.Groups["zero"].Success)
        {
            return new(0, 1, null, match.Index, match.Index + match.Length);
        }

        var digits = match.Groups["digits"];
        if (NumberText.Read(digits.Value) is not { } value)
        {
            return null;
        }

        var end = digits.Index + digits.Length;
        var currency = match.Groups["currency"].Success ? match.Groups["currency"].Value.Trim() : null;
        if (ReadSuffix(text, end, currency is not null) is not var (scale, unit, after))
        {
            return null;
        }

        value *= match.Groups["sign"].Value == "-" ? -scale : scale;
        return Measurement.Fits(value) ? new(value, scale, currency ?? unit, match.Index, after) : null;
    }

    // Glued to the number stands its unit or scale or nothing; anything else makes it a name (2FA, 3rd).
    private static (decimal Scale, string? Unit, int End)? ReadSuffix(string text, int end, bool isMoney)
    {
        var glued = WordAt(text, end);
        if (glued.Length > 0)
        {
            return Units.ScaleOf(glued, isMoney || IsMoneyAt(text, end + glued.Length)) is { } scale
                ? WithUnitAfter(text, end + glued.Length, scale)
                : Units.IsKnown(glued) || glued is "m" or "x" or "X" ? (1, glued, end + glued.Length) : null;
        }

        return end < text.Length && char.IsDigit(text[end]) ? null : WithScaleAfter(text, end);
    }

    private static (decimal Scale, string? Unit, int End) WithScaleAfter(string text, int end)
    {
        var word = end < text.Length && text[end] == ' ' ? WordAt(text, end + 1) : "";
        return word.Length > 1 && Units.ScaleOf(word, isMoney: false) is { } scale ? WithUnitAfter(text, end + 1 + word.Length, scale) : WithUnitAfter(text, end, 1);
    }

    private static (decimal Scale, string? Unit, int End) WithUnitAfter(string text, int end, decimal scale)
    {
        var start = end < text.Length && text[end] == ' ' ? end + 1 : end;
        var word = start < text.Length && text[start] is '%' or '€' or '$' or '£' or '¥' or '₹' ? text[start].ToString() : WordAt(text, start);
        return word.Length > 0 && Units.IsKnown(word) && !IsOfNext(text, word, start + word.Length) ? (scale, word, start + word.Length) : (scale, null, end);
    }

    // A currency stands before its number or after it: in "5 $6" it is the next one's.
    private static bool IsOfNext(string text, string unit, int end) =>
        Units.Of(unit).Dimension == Dimension.Money && text.AsSpan(end).TrimStart(' ') is [var next, ..] && char.IsAsciiDigit(next);

    private static bool IsMoneyAt(string text, int index) => index < text.Length && text[index] is '€' or '$' or '£' or '¥' or '₹';

    private static string WordAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return text[Math.Min(start, text.Length)..end];
    }

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}_#.,'/-])((?<sign>[-+])?(?<currency>[€$£¥₹] ?|(USD|EUR|GBP|CHF|JPY) ?)?(?<digits>[1-9][0-9]{0,2}( [0-9]{3}(?![\p{L}\p{N}]))+([.,][0-9]+)?|[0-9]+([.,'][0-9]+)*)|(?<=(\bto|->|\bat) )(?<zero>zero)\b(?!-))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TextRegex.Timeout)]
    private static partial Regex Candidate();
}
