using System.Text;
using Addon.Core.KeyResults;

namespace Addon.Core.Lint;

/// <summary>A title as the text rules read it: one line, one kind of space, arrow, minus and apostrophe.</summary>
internal static class TitleText
{
    /// <summary><paramref name="title"/> with single plain spaces, "->" for every arrow, cut at the length that a title may have.</summary>
    public static string Normalise(string? title)
    {
        var text = new StringBuilder();
        foreach (var c in Cut((title ?? "").Trim()))
        {
            Append(text, c);
        }

        return text.ToString().Replace("-->", "->", StringComparison.Ordinal).Replace("=>", "->", StringComparison.Ordinal).Replace("->", " -> ", StringComparison.Ordinal)
            .Replace("  ", " ", StringComparison.Ordinal).Trim();
    }

    private static void Append(StringBuilder text, char c)
    {
        switch (c)
        {
            case '\u200B' or '\u2060' or '\uFEFF':
                break;
            case '→' or '⇒' or '➜' or '➔' or '➞' or '⟶' or '⇨':
                text.Append("->");
                break;
            case '\u2212' or '\u2010' or '\u2011':
                text.Append('-');
                break;
            case '’' or 'ʼ' or '‘':
                text.Append('\'');
                break;
            case var _ when char.IsWhiteSpace(c):
                if (text.Length > 0 && text[^1] != ' ')
                {
                    text.Append(' ');
                }

                break;
            default:
                text.Append(c);
                break;
        }
    }

    private static string Cut(string text)
    {
        if (text.Length <= KeyResultDraft.MaxTitle)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[KeyResultDraft.MaxTitle - 1]) ? KeyResultDraft.MaxTitle - 1 : KeyResultDraft.MaxTitle;
        return text[..end];
    }
}
