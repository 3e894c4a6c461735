using System.Text.RegularExpressions;

namespace Addon.Core.Lint;

/// <summary>Reads the numbers out of a title: "from 12 to 4 per month", "26 h → 8 h", "Keep ... at or above 99.9% every week".</summary>
public static class FromToParser
{
    /// <summary>The first pair or the bounds that <paramref name="title"/> states, or null. A title that takes too long to search states none.</summary>
    public static ParsedTarget? Parse(string? title)
    {
        try
        {
            return TitleReading.Of(title).Targets is [var first, ..] ? first : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }
}
