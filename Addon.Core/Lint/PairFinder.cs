using System.Text.RegularExpressions;

namespace Addon.Core.Lint;

/// <summary>Tells which neighbouring numbers are a start and a target, by the words before and between them.</summary>
internal static partial class PairFinder
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string About = "( (about|around|approximately|roughly|nearly|almost|over|under|below|above|less than|more than|at least|at most|no more than|an average of))?[ ~≈<>=≤≥:]*$";

    /// <summary>The pairs of <paramref name="text"/> from left to right; no number belongs to two.</summary>
    public static IReadOnlyList<Pair> Find(string text, IReadOnlyList<Amount> amounts)
    {
        List<Pair> pairs = [];
        for (var i = 0; i + 1 < amounts.Count; i++)
        {
            if (PairAt(text, amounts, i) is { } pair)
            {
                pairs.Add(pair);
                i++;
            }
        }

        return pairs;
    }

    private static Pair? PairAt(string text, IReadOnlyList<Amount> amounts, int i)
    {
        var (first, second) = (amounts[i], amounts[i + 1]);
        if (!AreComparable(first, second))
        {
            return null;
        }

        var before = text[(i == 0 ? 0 : amounts[i - 1].End)..first.Start];
        var between = text[first.End..second.Start];
        if (IsForward(before, between, first, second))
        {
            return new(first, second);
        }

        // "4 min (currently 17 min)"; but in "5 min from 40% to 70%" the second number begins a pair of its own.
        var startsAnother = i + 2 < amounts.Count && Towards().Match(text[second.End..amounts[i + 2].Start]) is { Success: true };
        return !startsAnother && Connects(StartAfterTarget().Match(between), between, words: 6) ? new(second, first) : null;
    }

    private static bool IsForward(string before, string between, Amount first, Amount second)
    {
        if (Connects(Arrow().Match(between), between, words: 4))
        {
            return true;
        }

        var to = Towards().Match(between);
        if (From().IsMatch(before))
        {
            return Connects(to, between, words: 6) || Connects(TargetWord().Match(between), between, words: 6);
        }

        // Without "from" two numbers may be a range (3 to 5 interviews); a range goes up and has its unit once.
        return Connects(to, between, words: 2) && (first.Unit is not null || first.Value > second.Value);
    }

    // What stands before the connecting word is the first number's unit and period: a few words, no other number, no other sentence.
    private static bool Connects(Match connection, string between, int words)
    {
        var filler = connection.Success ? between[..connection.Index] : between;
        return connection.Success && !filler.Any(c => char.IsAsciiDigit(c) || c is ';') && filler.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= words;
    }

    private static bool AreComparable(Amount first, Amount second) =>
        first.Unit is null || second.Unit is null || Units.Of(first.Unit).Dimension == Units.Of(second.Unit).Dimension;

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(from|currently|current|baseline|today|now|was)( (value|level|is|of|at))?" + About, Options, TextRegex.Timeout)]
    private static partial Regex From();

    [GeneratedRegex(@"(?<![\p{L}\p{N}-])((up|down|back) )?to" + About, Options, TextRegex.Timeout)]
    private static partial Regex Towards();

    [GeneratedRegex("->" + About, Options, TextRegex.Timeout)]
    private static partial Regex Arrow();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(target|goal|aim)( (is|of))?" + About, Options, TextRegex.Timeout)]
    private static partial Regex TargetWord();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])((up |down )?from|currently|current|now|today|baseline|previously|formerly|was|were|instead of|rather than|compared to|compared with|versus|vs\.?|starting (at|from))( (value|level))?( (is|are|of|at|was))?" + About, Options, TextRegex.Timeout)]
    private static partial Regex StartAfterTarget();
}
