namespace Addon.Core.Answers;

/// <summary>What counts for an issue: its own answer, else the nearest ancestor's, else none.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="InheritedFrom">The key of the ancestor that gave it, or null when it is the issue's own (or there is none).</param>
public sealed record EffectiveAnswer(Answer Answer, string? InheritedFrom)
{
    /// <summary>How many ancestors are asked.</summary>
    public const int InheritDepth = 3;

    /// <summary>The answer of an issue that nobody has answered.</summary>
    public static readonly EffectiveAnswer None = new(Answer.Unanswered.Instance, null);

    /// <summary>Resolves the answer of an issue from its own and its ancestors' answers.</summary>
    /// <param name="lineage">The issue first, then its parent, and so on; entries beyond <see cref="InheritDepth"/> ancestors do not count.</param>
    public static EffectiveAnswer Resolve(IEnumerable<(string IssueKey, Answer Own)> lineage)
    {
        var depth = 0;
        foreach (var (key, own) in lineage.Take(InheritDepth + 1))
        {
            if (own is not Answer.Unanswered)
            {
                return new EffectiveAnswer(own, depth == 0 ? null : key);
            }

            depth++;
        }

        return None;
    }
}
