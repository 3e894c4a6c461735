using System.Text.RegularExpressions;

namespace Addon.Core.Lint;

/// <summary>M1 to M3: is there a number, and does it have a start?</summary>
internal static partial class MeasureRules
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>M1: no number anywhere.</summary>
    public static LintFinding? Measured(LintSubject subject, TitleReading reading) =>
        reading.Amounts.Count == 0 && !IsRelative(reading) && !HasFields(subject)
            ? LintFinding.Of(LintRules.Measured, "title", "nobody could tell whether this moved. If it is work, keep it as an epic and name the number it should move.")
            : null;

    /// <summary>M2: a relative change without a start.</summary>
    public static LintFinding? Absolute(LintSubject subject, TitleReading reading) =>
        IsRelative(reading) && LacksStart(subject, reading)
            ? LintFinding.Of(LintRules.Absolute, "from", "a relative change needs its start. Say from where to where.")
            : null;

    /// <summary>M3: a target without a start.</summary>
    public static LintFinding? Baseline(LintSubject subject, TitleReading reading) =>
        (reading.Amounts.Count > 0 || subject.To is not null) && !IsRelative(reading) && LacksStart(subject, reading)
            ? LintFinding.Of(LintRules.Baseline, "from", "the target is there, the start is not. Say where the number is today; if it is a limit to hold, begin with \"Keep\" and name the bound.")
            : null;

    private static bool LacksStart(LintSubject subject, TitleReading reading) =>
        subject.From is null && !subject.IsBaselining && !subject.IsGuardrail && subject.Low is null && subject.High is null && !reading.HasPair
        && !(reading.Bound is not null && BoundFinder.SaysKeep(reading.Masked)) && !Start().IsMatch(reading.Masked);

    private static bool IsRelative(TitleReading reading) => Relative().IsMatch(reading.Masked);

    private static bool HasFields(LintSubject subject) => (subject.From ?? subject.To ?? subject.Low ?? subject.High) is not null;

    [GeneratedRegex(
        @"\bby (about |around |at least |another |up to |over |more than |an? (additional |further ))?([-+~]?[€$£]?[0-9]|(an?|one|two|three)[ -](half|thirds?|quarters?|fifths?|tenths?|factor)\b|half\b)"
        + @"|\b(halv(e|es|ed|ing)|doubl(e|es|ed|ing)|tripl(e|es|ed|ing)|quadrupl(e|es|ed|ing)|twice|in half|tenfold)\b"
        + @"|(?<![\p{L}\p{N}.,])([0-9]+([.,][0-9]+)? ?(x\b|×|times\b|-?fold\b)|[-+][0-9]+([.,][0-9]+)? ?(%|percent\b)|[0-9]+([.,][0-9]+)? ?(%|percent) (fewer|less|more|faster|slower|lower|higher|cheaper|shorter|longer|better|reduction|increase|decrease|improvement|drop|growth|cut)\b)",
        Options,
        TextRegex.Timeout)]
    private static partial Regex Relative();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(currently|current|baseline|today|was|from|instead of)( (value|level))?( (is|of|at))?[ :=~]{0,3}[€$£]?[0-9]", Options, TextRegex.Timeout)]
    private static partial Regex Start();
}
