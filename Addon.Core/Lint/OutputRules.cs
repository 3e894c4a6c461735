using System.Text.RegularExpressions;

namespace Addon.Core.Lint;

/// <summary>O1 to O4: does it measure what changed for somebody, or that work was done?</summary>
internal static partial class OutputRules
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const int WordsBeforeNumber = 3;

    private const int WordsAfterNumber = 6;

    /// <summary>O1: the first word is a delivery verb, and no number is moved or kept.</summary>
    public static LintFinding? Outcome(LintSubject subject, TitleReading reading)
    {
        var words = WordsOf(reading.Masked);
        return !reading.HasMeasure && words.Length > 0 && BeginsWithDelivery(words)
            ? LintFinding.Of(LintRules.Outcome, "title", $"\"{words[0]}\" begins a piece of work. Keep that as an epic, and name the number it should move.")
            : null;
    }

    /// <summary>O2: a verb of work, a count and a noun of activity, right at the start.</summary>
    public static LintFinding? Activity(LintSubject subject, TitleReading reading)
    {
        var words = WordsOf(reading.Masked);
        if (words.Length == 0 || !(BeginsWithDelivery(words) || Words.Busy.Contains(words[0])))
        {
            return null;
        }

        var count = Array.FindIndex(words, 1, Math.Min(words.Length - 1, WordsBeforeNumber + 1), IsCount);
        return count > 0 && words.Skip(count + 1).Take(WordsAfterNumber).FirstOrDefault(Words.Activities.Contains) is { } noun
            ? LintFinding.Of(LintRules.Activity, "title", $"a count of {noun} says how busy you were. What gets better by them?")
            : null;
    }

    /// <summary>O3: a number that rewards looking busy.</summary>
    public static LintFinding? Busyness(LintSubject subject, TitleReading reading) =>
        Busy().Match($"{reading.Text} | {TitleText.Normalise(subject.Metric)} | {TitleText.Normalise(subject.Unit)}") is { Success: true } match
            ? LintFinding.Of(LintRules.Busyness, "title", $"\"{match.Value}\" grows by itself once it is a target.")
            : null;

    /// <summary>O4: all of something done.</summary>
    public static LintFinding? Finished(LintSubject subject, TitleReading reading) =>
        !reading.HasPair && Done().IsMatch(reading.Masked)
            ? LintFinding.Of(LintRules.Finished, "title", "this is over when the work is over. What is different for somebody then?")
            : null;

    private static bool BeginsWithDelivery(string[] words) =>
        Words.Delivery.Contains(words[0]) || (words.Length > 1 && Words.DeliveryPairs.Contains($"{words[0]} {words[1]}"));

    // "90%" and "5 min" are no counts.
    private static bool IsCount(string word) => Words.Numerals.Contains(word) || Count().IsMatch(word);

    private static string[] WordsOf(string text) => [.. Separators().Split(text).Where(w => w.Length > 0)];

    [GeneratedRegex(@"[^\p{L}\p{N}.,'%€$£+-]+", Options, TextRegex.Timeout)]
    private static partial Regex Separators();

    [GeneratedRegex(@"^[0-9][0-9.,']*[k+]?\z", Options, TextRegex.Timeout)]
    private static partial Regex Count();

    [GeneratedRegex(@"\b(velocity|story ?points?|lines of code|LOC|tickets closed|closed tickets|tickets resolved per (engineer|developer|person)|(number of )?commits(?! to\b))(?![\p{L}\p{N}])", Options, TextRegex.Timeout)]
    private static partial Regex Busy();

    [GeneratedRegex(
        @"\b(100 ?(%|percent)|all|every|each)( of)?( [\p{L}\p{N}·'-]{1,30}){1,6} (is |are |to be |been |fully |completely )*(migrated|documented|done|completed?|finished|moved|upgraded|rolled out|deployed|implemented|decommissioned|delivered|shipped|released|trained|onboarded|automated|converted|replaced|retired|switched over)\b",
        Options,
        TextRegex.Timeout)]
    private static partial Regex Done();
}
