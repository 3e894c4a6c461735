using System.Text.RegularExpressions;

namespace Addon.Core.Lint;

/// <summary>C1, H1, L1: one number, said firmly and briefly.</summary>
internal static partial class ShapeRules
{
    private const int FewWords = 3;

    private const int ManyCharacters = 160;

    /// <summary>C1: two pairs are two key results.</summary>
    public static LintFinding? Single(LintSubject subject, TitleReading reading) =>
        reading.Pairs.Count > 1 ? LintFinding.Of(LintRules.Single, "title", $"there are {reading.Pairs.Count} pairs of numbers. One would hide the other; make each a key result.") : null;

    /// <summary>H1: a way out.</summary>
    public static LintFinding? Firm(LintSubject subject, TitleReading reading) =>
        Hedge().Match(reading.Text) is { Success: true } match ? LintFinding.Of(LintRules.Firm, "title", $"\"{match.Value}\" leaves open what is promised.") : null;

    /// <summary>L1: too short to be clear or too long to be remembered.</summary>
    public static LintFinding? Length(LintSubject subject, TitleReading reading)
    {
        if (reading.Title.Length > ManyCharacters)
        {
            return LintFinding.Of(LintRules.Length, "title", $"more than {ManyCharacters} characters are hard to remember. Put the why into the objective.");
        }

        return reading.Text.Split(' ').Length < FewWords ? LintFinding.Of(LintRules.Length, "title", "a word or two more tells others what is measured.") : null;
    }

    [GeneratedRegex(
        @"\b(as (needed|required|necessary|appropriate)|(where|when|if|wherever|whenever) (possible|feasible|needed|necessary|appropriate|applicable)|as (much|many|far|soon|often) as (possible|we can)|continue to|continues to|keep on|ongoing|on an ongoing basis|best effort|try to|strive to|aim to|etc|and so on|if time (permits|allows)|time permitting|ASAP|to the extent possible)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TextRegex.Timeout)]
    private static partial Regex Hedge();
}
