using Addon.Core.KeyResults;

namespace Addon.Core.Lint;

/// <summary>S4: the title and the fields state the same numbers, or one of them misleads.</summary>
internal static class AgreementRule
{
    private const decimal Precision = 0.000_001m;

    /// <summary>What differs, when the title states a pair (or a guardrail's bounds) and none of its pairs agrees with the fields that are filled.</summary>
    public static LintFinding? Check(LintSubject subject, TitleReading reading)
    {
        var stated = reading.Targets.Where(t => t.From is null == subject.IsGuardrail).ToList();
        var differences = stated.Select(t => Difference(subject, t)).ToList();
        return differences.Count == 0 || differences.Contains(null) ? null : LintFinding.Of(LintRules.Agreement, "title", differences[0] + " Correct one of them.");
    }

    private static string? Difference(LintSubject subject, ParsedTarget stated)
    {
        var (field, title) = (Units.Of(subject.Unit), Units.Of(stated.Unit));
        if (field.Dimension != title.Dimension && field.Dimension != Dimension.Other && title.Dimension != Dimension.Other)
        {
            return $"the title counts in {stated.Unit}, the unit is {subject.Unit!.Trim()}.";
        }

        if (subject.Per != stated.Per && subject.Per != KeyResultPeriod.None && stated.Per != KeyResultPeriod.None)
        {
            return $"the title says{KeyResultText.PerText(stated.Per)}, the field{KeyResultText.PerText(subject.Per)}.";
        }

        return Difference("from", subject.From, stated.From) ?? Difference("to", subject.To, stated.To) ?? Difference("the lower bound", subject.Low, stated.Low) ?? Difference("the upper bound", subject.High, stated.High);

        string? Difference(string name, decimal? inField, decimal? inTitle) => inField is { } there && inTitle is { } here && !IsSame(here, title, there, field)
            ? $"the title says {Amount(here, stated.Unit)} where {name} is {Amount(there, subject.Unit)}."
            : null;
    }

    // A unit that we do not know is taken for the same one; the scale in front of it (k users) counts all the same.
    private static bool IsSame(decimal here, (Dimension Dimension, decimal Factor) title, decimal there, (Dimension Dimension, decimal Factor) field)
    {
        var comparable = title.Dimension == field.Dimension;
        var (a, b) = comparable ? (here * title.Factor, there * field.Factor) : (here, there * (field.Dimension == Dimension.Other ? field.Factor : 1));
        return Math.Abs(a - b) <= Precision * Math.Max(Math.Abs(a), Math.Abs(b)) || (!comparable && here == there);
    }

    private static string Amount(decimal value, string? unit) => KeyResultText.Amount(value, unit?.Trim() ?? "");
}
