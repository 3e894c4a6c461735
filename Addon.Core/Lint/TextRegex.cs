namespace Addon.Core.Lint;

/// <summary>What all regular expressions over a title share.</summary>
/// <remarks>
/// They are generated code, not <c>NonBacktracking</c>, which knows no lookarounds; instead no repetition stands inside another one that can match the
/// same characters, so the work grows with the length of the title (at most 250 characters). The limit is a second line of defence for a rule written later.
/// </remarks>
internal static class TextRegex
{
    /// <summary>The longest that one search may take. Far beyond need, because a busy machine must not silence a rule.</summary>
    public const int Timeout = 1000;
}
