using System.Globalization;
using System.Text;

namespace Addon.Core.Common;

/// <summary>What a text may consist of that other people will read: nothing that hides, reorders or fakes what stands there.</summary>
public static class PlainText
{
    /// <summary>What to tell a person whose text is refused.</summary>
    public const string Hint = "Use visible characters only: no control characters and nothing that changes the direction of text.";

    /// <summary>Whether a line of text may be kept.</summary>
    public static bool IsLine(string text) => IsClean(text, lines: false);

    /// <summary>Whether a text of several lines may be kept: as a line, and line breaks and tabs besides.</summary>
    public static bool IsLines(string text) => IsClean(text, lines: true);

    /// <summary>Whether there is anything in it that can be seen.</summary>
    public static bool IsVisible(string? text) => text is not null && text.EnumerateRunes().Any(IsVisible);

    private static bool IsClean(string text, bool lines)
    {
        // What is nothing but spaces counts as left out; what only pretends to be something does not.
        if (!string.IsNullOrWhiteSpace(text) && !IsVisible(text))
        {
            return false;
        }

        // What stands around it is not kept.
        var rest = text.AsSpan().Trim();
        while (!rest.IsEmpty)
        {
            // Half a surrogate pair is no character, and no two systems store it alike.
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) != System.Buffers.OperationStatus.Done || !(IsAllowed(rune) || (lines && rune.Value is '\n' or '\r' or '\t')))
            {
                return false;
            }

            rest = rest[length..];
        }

        return true;
    }

    // U+202A to U+202E and U+2066 to U+2069: what follows is shown in another order than it is written, beyond the field's end.
    private static bool IsAllowed(Rune rune) =>
        rune.Value is not (>= 0x202A and <= 0x202E) and not (>= 0x2066 and <= 0x2069)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    // U+115F, U+1160, U+3164, U+FFA0 and U+2800 are letters and a symbol by category, and blank.
    private static bool IsVisible(Rune rune) =>
        rune.Value is not (0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.EnclosingMark or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate);
}
