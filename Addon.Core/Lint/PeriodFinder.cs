using System.Text.RegularExpressions;
using Addon.Core.KeyResults;

namespace Addon.Core.Lint;

/// <summary>Finds the "per" of a rate.</summary>
internal static partial class PeriodFinder
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const int Reach = 60;

    /// <summary>The period that <paramref name="text"/> states soon after <paramref name="start"/>: per month, a week, /day, every week, monthly.</summary>
    public static KeyResultPeriod After(string text, int start, int end)
    {
        var match = Near().Match(text[start..Math.Min(end, start + Reach)]);
        return match.Success ? PeriodOf(match) : KeyResultPeriod.None;
    }

    /// <summary>The period that <paramref name="text"/> states with "per" anywhere.</summary>
    public static KeyResultPeriod Anywhere(string text) => Per().Match(text) is { Success: true } match ? PeriodOf(match) : KeyResultPeriod.None;

    private static KeyResultPeriod PeriodOf(Match match) => char.ToUpperInvariant(match.Groups["period"].Value[0]) switch
    {
        'D' => KeyResultPeriod.Day,
        'W' => KeyResultPeriod.Week,
        _ => KeyResultPeriod.Month,
    };

    [GeneratedRegex(@"(?<![\p{L}\p{N}])((per|each|every|(?<!(within|in|after|for|over|of|by|half) )a)( (calendar|working))? (?<period>day|week|month)|(?<period>daily|weekly|monthly))(?![\p{L}\p{N}])|/ ?(?<period>day|d|week|wk|w|month|mo)(?![\p{L}\p{N}])", Options, TextRegex.Timeout)]
    private static partial Regex Near();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])per( (calendar|working))? (?<period>day|week|month)(?![\p{L}\p{N}])", Options, TextRegex.Timeout)]
    private static partial Regex Per();
}
