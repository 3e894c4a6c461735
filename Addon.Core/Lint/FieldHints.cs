using System.Text.RegularExpressions;
using Addon.Core.KeyResults;
using Addon.Core.Scopes;

namespace Addon.Core.Lint;

/// <summary>R1, T1, F1, W1: what the fields make one ask.</summary>
internal static partial class FieldHints
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const decimal SmallSpan = 0.02m;

    /// <summary>R1: a count of events grows with time unless it is counted per something.</summary>
    public static LintFinding? Rate(LintSubject subject, TitleReading reading) =>
        subject.Per == KeyResultPeriod.None && CountLike().IsMatch(TitleText.Normalise(subject.Unit)) && !SaysPer().IsMatch(reading.Text)
            ? LintFinding.Of(LintRules.Rate, "per", $"{subject.Unit!.Trim()} add up with time. Say per which period you count them.")
            : null;

    /// <summary>T1: too small a step to notice, or a target without any room.</summary>
    public static LintFinding? Span(LintSubject subject, TitleReading reading)
    {
        if (subject.IsGuardrail || subject.To is not { } to)
        {
            return null;
        }

        if (to == 0 || (to == 100 && Units.Of(subject.Unit).Dimension == Dimension.Share))
        {
            return LintFinding.Of(LintRules.Span, "to", $"{KeyResultText.Amount(to, subject.Unit?.Trim() ?? "")} leaves no room for a single exception. Is the last bit worth its price?");
        }

        return subject.From is { } from && from != 0 && from != to && Math.Abs(to - from) < SmallSpan * Math.Abs(from)
            ? LintFinding.Of(LintRules.Span, "to", "the step is under 2% of where you start. Could you tell it from noise?")
            : null;
    }

    /// <summary>F1: the straight line from the team's work to the company's number.</summary>
    public static LintFinding? Influence(LintSubject subject, TitleReading reading) =>
        subject.ScopeKind == ScopeKind.Team && string.IsNullOrWhiteSpace(subject.HowWorkMovesIt) && Lagging().Match($"{reading.Text} | {TitleText.Normalise(subject.Metric)}") is { Success: true } match
            ? LintFinding.Of(LintRules.Influence, "howWorkMovesIt", $"{match.Value} moves for many reasons. Say in one sentence how this team's work moves it.")
            : null;

    /// <summary>W1: those who do the work help to write it.</summary>
    public static LintFinding? WrittenTogether(LintSubject subject) =>
        subject.HasCoAuthors ? null : LintFinding.Of(LintRules.WrittenTogether, "coAuthors", "nobody but the owner has helped to write it so far.");

    [GeneratedRegex(@"\b(incident|ticket|bug|alert|page|defect|outage|escalation|complaint|deployment|deploy|release|error|failure|crash|rollback|request|signup|sign-up|order|interruption|call|breach|hotfix)(s|es)?\z", Options, TextRegex.Timeout)]
    private static partial Regex CountLike();

    [GeneratedRegex(@"\b(per|a (day|week|month|quarter|sprint)|(each|every)( [0-9]{1,3})? (day|week|month|quarter|sprint)s?|daily|weekly|monthly|quarterly|yearly|annual(ly)?)\b|/ ?(day|week|month|d|w|mo|sprint|quarter)\b", Options, TextRegex.Timeout)]
    private static partial Regex SaysPer();

    [GeneratedRegex(@"\b(revenue|ARR|MRR|market share|share price|EBITDA|profit|bookings|valuation|turnover)\b", Options, TextRegex.Timeout)]
    private static partial Regex Lagging();
}
