namespace Addon.Core.Lint;

/// <summary>What a rule has to say about a key result.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Field">The field it belongs to, as the API names it (<c>title</c>, <c>from</c>).</param>
/// <param name="Code">The stable code: <c>lint.s4</c>.</param>
/// <param name="Message">One or two sentences for the person who writes, with the rule's name and an example of better.</param>
public sealed record LintFinding(LintRule Rule, string Field, string Code, string Message)
{
    /// <summary>What <paramref name="rule"/> says about <paramref name="field"/>: its name, what was seen, and its example.</summary>
    public static LintFinding Of(LintRule rule, string field, string seen) => new(rule, field, rule.Code, $"{rule.Name}: {seen} Example: {rule.Example.TrimEnd('.')}.");
}
