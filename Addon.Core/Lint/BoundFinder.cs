using System.Text.RegularExpressions;

namespace Addon.Core.Lint;

/// <summary>Finds the bounds of a guardrail: at or above 99.9%, below €0.42, between 2 and 4.</summary>
internal static partial class BoundFinder
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>The first bound of <paramref name="text"/>, or null. A text that is about a change has none: in "get below 300 ms" it is the target.</summary>
    public static Bound? Find(string text, IReadOnlyList<Amount> amounts)
    {
        if (Changes().IsMatch(text))
        {
            return null;
        }

        for (var i = 0; i < amounts.Count; i++)
        {
            var before = text[(i == 0 ? 0 : amounts[i - 1].End)..amounts[i].Start];
            var after = text[amounts[i].End..(i + 1 < amounts.Count ? amounts[i + 1].Start : text.Length)];
            if (BoundAt(before, after, amounts[i], i + 1 < amounts.Count ? amounts[i + 1] : null) is { } bound && (SaysKeep(text) || IsAllBefore(before, i)))
            {
                return bound;
            }
        }

        return null;
    }

    /// <summary>Whether <paramref name="text"/> says that something is to stay as it is.</summary>
    public static bool SaysKeep(string text) => Keeps().IsMatch(text);

    private static Bound? BoundAt(string before, string after, Amount amount, Amount? next)
    {
        if (next is not null && Between().IsMatch(before) && And().IsMatch(after))
        {
            return new(amount, next);
        }

        return AtLeast().IsMatch(before) || OrMore().IsMatch(after) ? new(amount, null)
            : AtMost().IsMatch(before) || OrLess().IsMatch(after) ? new(null, amount)
            : null;
    }

    // "below €0.42" with nothing in front of it.
    private static bool IsAllBefore(string before, int index) => index == 0 && OnlyBound().IsMatch(before);

    [GeneratedRegex(@"(?<!(never|not|no) )\b(above|over|more than|higher than)[ ~]*$|\b(at or above|at or over|at least|(no|not) less than|(no|not) lower than|(no|not) fewer than|(never|not) (drop |fall )?(below|under)|a minimum of|minimum( of)?|min\.?)[ ~]*$|(>=|>|≥)[ ]*$", Options, TextRegex.Timeout)]
    private static partial Regex AtLeast();

    [GeneratedRegex(@"(?<!(never|not|no|never drop|never fall|not drop|not fall) )\b(below|under|less than|lower than|fewer than)[ ~]*$|\b(at or below|at or under|at most|(no|not) more than|(no|not) higher than|(never|not) (rise |go )?(above|over)|a maximum of|maximum( of)?|max\.?|within|up to)[ ~]*$|(<=|<|≤)[ ]*$", Options, TextRegex.Timeout)]
    private static partial Regex AtMost();

    [GeneratedRegex(@"\bbetween[ ~]*$", Options, TextRegex.Timeout)]
    private static partial Regex Between();

    [GeneratedRegex(@"^( [\p{L}]{1,20})?( and|-| -| –|–| to) ?$", Options, TextRegex.Timeout)]
    private static partial Regex And();

    [GeneratedRegex(@"^( [\p{L}]{1,20})? or (more|better|higher|above)\b", Options, TextRegex.Timeout)]
    private static partial Regex OrMore();

    [GeneratedRegex(@"^( [\p{L}]{1,20})? or (less|fewer|lower|below|under)\b", Options, TextRegex.Timeout)]
    private static partial Regex OrLess();

    [GeneratedRegex(@"^(stay )?(at or )?(above|below|under|over|between|at least|at most|no more than|no less than|more than|less than|fewer than|>=|<=|[<>≤≥])[ ~]*$", Options, TextRegex.Timeout)]
    private static partial Regex OnlyBound();

    [GeneratedRegex(@"^[^\p{L}]*(keep|maintain|hold|preserve|sustain|retain|stay|remain)\b|\b(stays?|remains?|kept|holds|keeps|at all times|always|never|(every|each) (single )?(day|week|month))\b", Options, TextRegex.Timeout)]
    private static partial Regex Keeps();

    [GeneratedRegex(@"^[^\p{L}]*(reduce|cut|lower|bring|get|decrease|drop|shrink|increase|raise|improve|reach|achieve|hit|grow|lift|move|push|boost|halve|double|drive|make|limit .{0,40} to)\b", Options, TextRegex.Timeout)]
    private static partial Regex Changes();
}
