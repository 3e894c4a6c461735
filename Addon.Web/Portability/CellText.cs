namespace Addon.Web.Portability;

/// <summary>Texts in cells. A spreadsheet runs what begins like a formula, so such a text gets an apostrophe, and reading takes exactly that one off again.</summary>
internal static class CellText
{
    private const char Guard = '\'';

    /// <summary>The text as it stands in a file. A text that begins with an apostrophe gets one more, so that reading cannot take away its own.</summary>
    public static string Write(string? text) => text is { Length: > 0 } && (IsRisky(text[0]) || text[0] == Guard) ? Guard + text : text ?? "";

    /// <summary>The text that <see cref="Write"/> was given. An apostrophe that guards nothing was typed by a person and stays.</summary>
    public static string Read(string cell) => cell.Length > 1 && cell[0] == Guard && (IsRisky(cell[1]) || cell[1] == Guard) ? cell[1..] : cell;

    private static bool IsRisky(char first) => first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n';
}
