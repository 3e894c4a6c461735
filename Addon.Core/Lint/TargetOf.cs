using Addon.Core.KeyResults;

namespace Addon.Core.Lint;

/// <summary>Makes the fields' numbers from the numbers found in a title.</summary>
internal static class TargetOf
{
    private const int Decimals = 6;

    /// <summary>The from and the to of <paramref name="pair"/> in the unit of its target.</summary>
    public static ParsedTarget Pair(string text, Pair pair)
    {
        var unit = pair.To.Unit ?? pair.From.Unit ?? WordsAt(text, pair);
        var from = Converted(pair.From.Value, pair.From.Unit, unit);
        return new()
        {
            Direction = from == pair.To.Value ? null : KeyResultTarget.DirectionOf(from, pair.To.Value),
            From = from,
            To = pair.To.Value,
            Unit = unit,
            Per = PeriodOf(text, pair),
        };
    }

    /// <summary>The guardrail of <paramref name="bound"/>.</summary>
    public static ParsedTarget Bound(string text, Bound bound)
    {
        var last = bound.High ?? bound.Low!;
        return new()
        {
            Direction = (bound.Low, bound.High) switch
            {
                (not null, not null) => KeyResultDirection.KeepBetween,
                (not null, null) => KeyResultDirection.KeepAtLeast,
                _ => KeyResultDirection.KeepAtMost,
            },
            Low = bound.Low?.Value,
            High = bound.High?.Value,
            Unit = last.Unit ?? bound.Low?.Unit ?? UnitWords.Read(text, last.End, text.Length),
            Per = PeriodFinder.After(text, last.End, text.Length) is var near and not KeyResultPeriod.None ? near : PeriodFinder.Anywhere(text),
        };
    }

    private static string? WordsAt(string text, Pair pair) => UnitWords.Read(text, pair.LastEnd, text.Length) ?? UnitWords.Read(text, pair.FirstEnd, pair.LastStart);

    private static KeyResultPeriod PeriodOf(string text, Pair pair) =>
        PeriodFinder.After(text, pair.LastEnd, text.Length) is var after and not KeyResultPeriod.None ? after
        : PeriodFinder.After(text, pair.FirstEnd, pair.LastStart) is var between and not KeyResultPeriod.None ? between
        : PeriodFinder.Anywhere(text);

    private static decimal Converted(decimal value, string? unit, string? wanted)
    {
        var (source, target) = (Units.Of(unit), Units.Of(wanted));
        return unit is null || source.Dimension != target.Dimension || source.Factor == target.Factor ? value : Math.Round(value * source.Factor / target.Factor, Decimals);
    }
}
