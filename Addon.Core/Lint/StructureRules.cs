using Addon.Core.KeyResults;

namespace Addon.Core.Lint;

/// <summary>S1, S2, S3, S5: what is missing or contradicts itself in the fields.</summary>
internal static class StructureRules
{
    /// <summary>What the fields of <paramref name="subject"/> lack for activation.</summary>
    /// <remarks>The due day is never missing: without one of its own a key result is due when the cycle ends.</remarks>
    public static IEnumerable<LintFinding> Check(LintSubject subject) =>
        [.. subject.IsGuardrail ? Bounds(subject) : Ends(subject), .. Always(subject), .. subject.IsGuardrail ? [] : Movement(subject)];

    private static IEnumerable<LintFinding> Ends(LintSubject subject)
    {
        if (subject.From is null && !subject.IsBaselining)
        {
            yield return Missing("from", "say where the number is today, or measure it first (at most 28 days).");
        }

        if (subject.To is null)
        {
            yield return Missing("to", "say where the number shall be.");
        }
    }

    private static IEnumerable<LintFinding> Bounds(LintSubject subject)
    {
        var needsLow = subject.Direction is KeyResultDirection.KeepAtLeast or KeyResultDirection.KeepBetween;
        var needsHigh = subject.Direction is KeyResultDirection.KeepAtMost or KeyResultDirection.KeepBetween;
        if (needsLow && subject.Low is null)
        {
            yield return Missing("low", "say below which value it must not fall.");
        }

        if (needsHigh && subject.High is null)
        {
            yield return Missing("high", "say above which value it must not rise.");
        }

        if (needsLow && needsHigh && subject.Low >= subject.High)
        {
            yield return Missing("high", "the upper bound has to be above the lower one.");
        }
    }

    private static IEnumerable<LintFinding> Always(LintSubject subject)
    {
        if (string.IsNullOrWhiteSpace(subject.Unit))
        {
            yield return Missing("unit", "say what is counted: incidents, %, ms.");
        }

        if (string.IsNullOrWhiteSpace(subject.Owner?.Value))
        {
            yield return Missing("owner", "name the one person who answers for it.");
        }
    }

    private static IEnumerable<LintFinding> Movement(LintSubject subject)
    {
        if (subject.To is not { } to)
        {
            yield break;
        }

        if (subject.From == to)
        {
            yield return LintFinding.Of(LintRules.Moves, "to", $"both are {KeyResultText.Number(to)}, so nothing would move. Choose a target that differs from today.");
            yield break;
        }

        var direction = subject.Direction ?? (subject.From is { } start ? KeyResultTarget.DirectionOf(start, to) : null);
        if (subject.From is { } from && direction != KeyResultTarget.DirectionOf(from, to))
        {
            yield return LintFinding.Of(LintRules.Sign, "direction", $"from {KeyResultText.Number(from)} to {KeyResultText.Number(to)} goes the other way. Turn the direction or swap the numbers.");
            yield break;
        }

        if (!subject.IsBaselining && (subject.Current ?? subject.From) is { } now && IsReached(direction, now, to))
        {
            yield return LintFinding.Of(LintRules.Open, "to", $"it is at {KeyResultText.Number(now)} already, which meets {KeyResultText.Number(to)}. Start from today's value and aim further.");
        }
    }

    private static bool IsReached(KeyResultDirection? direction, decimal now, decimal to) =>
        direction switch { KeyResultDirection.Increase => now >= to, KeyResultDirection.Decrease => now <= to, _ => false };

    private static LintFinding Missing(string field, string wanted) => LintFinding.Of(LintRules.Complete, field, wanted);
}
