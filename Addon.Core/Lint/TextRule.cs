namespace Addon.Core.Lint;

/// <summary>A rule that reads the title.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Check">What it has to say, or null.</param>
internal sealed record TextRule(LintRule Rule, Func<LintSubject, TitleReading, LintFinding?> Check)
{
    /// <summary>Whether it has something to say about the fields of a key result that has no title yet.</summary>
    public bool ReadsFields { get; init; }
}
