namespace Addon.Core.Lint;

/// <summary>One rule of the writing help.</summary>
/// <param name="Id">Its short id: <c>S1</c>. What a person accepted is remembered by it.</param>
/// <param name="Level">How much it weighs.</param>
/// <param name="Name">Its name as people read it.</param>
/// <param name="Example">An example of better.</param>
public sealed record LintRule(string Id, LintLevel Level, string Name, string Example)
{
    /// <summary>The stable code of its findings: <c>lint.s1</c>.</summary>
    public string Code { get; } = "lint." + Id.ToLowerInvariant();
}
