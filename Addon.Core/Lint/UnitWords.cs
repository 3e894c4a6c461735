using System.Collections.Frozen;
using Addon.Core.KeyResults;

namespace Addon.Core.Lint;

/// <summary>Reads the noun after a number: "4 open incidents per month" counts open incidents.</summary>
internal static class UnitWords
{
    private const int MaxWords = 3;

    private static readonly FrozenSet<string> Ends = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "per", "a", "an", "each", "every", "by", "in", "on", "for", "within", "and", "or", "the", "of", "to", "at", "from", "until", "till", "with", "while", "during", "before", "after",
        "when", "as", "using", "who", "that", "which", "across", "over", "under", "via", "through", "so", "without", "daily", "weekly", "monthly", "currently", "now", "today", "down", "up",
        "instead", "vs", "this", "next", "our", "is", "are", "was", "than", "if", "because", "into", "between", "above", "below", "only", "too", "again", "not", "no", "->", "-", "–", "—", "=", "+", "&");

    /// <summary>The unit in <paramref name="text"/> from <paramref name="start"/> to <paramref name="end"/>, as typed, or null. A long run of words is a sentence that goes on, not a unit.</summary>
    public static string? Read(string text, int start, int end)
    {
        List<string> words = [];
        foreach (var token in text[start..end].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var word = token.TrimEnd(',', '.', ';', ':', ')', '!', '?');
            if (word is "·" && word.Length == token.Length)
            {
                continue;
            }

            if (Ends.Contains(word) || !word.All(c => char.IsLetter(c) || c is '-' or '\'') || !word.Any(char.IsLetter))
            {
                break;
            }

            words.Add(word);
            if (words.Count > MaxWords || word.Length < token.Length)
            {
                break;
            }
        }

        var unit = words.Count > MaxWords ? "" : string.Join(' ', words);
        return unit.Length is > 0 and <= KeyResultDraft.MaxUnit ? unit : null;
    }
}
