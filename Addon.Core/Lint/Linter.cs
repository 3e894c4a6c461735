using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Addon.Core.Lint;

/// <summary>The writing help. Missing or contradictory fields stop activation; wording never does.</summary>
/// <remarks>
/// The fields are checked first and exactly; the text rules read the title after what only looks like a number was taken out. A text rule whose search takes
/// too long stays silent and is named in <see cref="LintResult.Skipped"/>: nobody is kept from writing by our reading.
/// </remarks>
public static class Linter
{
    private static readonly IReadOnlyList<TextRule> TextRules =
    [
        new(LintRules.Agreement, AgreementRule.Check),
        new(LintRules.Measured, MeasureRules.Measured),
        new(LintRules.Absolute, MeasureRules.Absolute),
        new(LintRules.Baseline, MeasureRules.Baseline),
        new(LintRules.Outcome, OutputRules.Outcome),
        new(LintRules.Activity, OutputRules.Activity),
        new(LintRules.Busyness, OutputRules.Busyness),
        new(LintRules.Finished, OutputRules.Finished),
        new(LintRules.Single, ShapeRules.Single),
        new(LintRules.Firm, ShapeRules.Firm),
        new(LintRules.Rate, FieldHints.Rate) { ReadsFields = true },
        new(LintRules.Span, FieldHints.Span) { ReadsFields = true },
        new(LintRules.Influence, FieldHints.Influence) { ReadsFields = true },
        new(LintRules.Length, ShapeRules.Length),
    ];

    private static readonly FrozenDictionary<LintRule, int> Order = LintRules.All.Index().ToFrozenDictionary(r => r.Item, r => r.Index);

    /// <summary>Everything there is to say about <paramref name="subject"/>. An empty title gets no remarks on its wording.</summary>
    public static LintResult Check(LintSubject subject) => Check(subject, TitleReading.Of, TextRules);

    /// <summary>Whether <paramref name="subject"/> cannot be activated as it stands.</summary>
    public static bool BlocksActivation(LintSubject subject) => Check(subject).BlocksActivation;

    /// <summary>As <see cref="Check(LintSubject)"/>, with another reader and other rules.</summary>
    internal static LintResult Check(LintSubject subject, Func<string?, TitleReading> read, IReadOnlyList<TextRule> rules)
    {
        List<LintFinding> findings = [.. StructureRules.Check(subject)];
        List<string> skipped = [];
        var reading = OrSilent(() => read(subject.Title));
        foreach (var rule in rules)
        {
            if (reading is null)
            {
                skipped.Add(rule.Rule.Id);
            }
            else if (reading.Text.Length > 0 || rule.ReadsFields)
            {
                findings.AddRange(Apply(rule, subject, reading, skipped));
            }
        }

        findings.AddRange(new[] { TwinRule.Check(subject), FieldHints.WrittenTogether(subject) }.OfType<LintFinding>());
        return ResultOf([.. findings.OrderBy(f => Order[f.Rule])], subject, reading is { Targets: [var first, ..] } ? first : null, skipped);
    }

    private static IEnumerable<LintFinding> Apply(TextRule rule, LintSubject subject, TitleReading reading, List<string> skipped)
    {
        try
        {
            return rule.Check(subject, reading) is { } finding ? [finding] : [];
        }
        catch (RegexMatchTimeoutException)
        {
            skipped.Add(rule.Rule.Id);
            return [];
        }
    }

    private static TitleReading? OrSilent(Func<TitleReading> read)
    {
        try
        {
            return read();
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static LintResult ResultOf(List<LintFinding> findings, LintSubject subject, ParsedTarget? parsed, List<string> skipped)
    {
        var accepted = findings.Where(f => f.Rule.Level != LintLevel.Block && subject.AcceptedRules.Contains(f.Rule.Id, StringComparer.OrdinalIgnoreCase)).ToList();
        var open = findings.Except(accepted).ToList();
        return new()
        {
            Blocking = [.. open.Where(f => f.Rule.Level == LintLevel.Block)],
            Warnings = [.. open.Where(f => f.Rule.Level == LintLevel.Warn)],
            Hints = [.. open.Where(f => f.Rule.Level == LintLevel.Hint)],
            Accepted = accepted,
            ParsedPair = parsed,
            Skipped = skipped,
        };
    }
}
