#pragma warning disable MA0048 // The answer and the issue that gave it are resolved together.
using Addon.Core.Common;

namespace Addon.Core.Answers;

/// <summary>What counts for an issue: its own answer, else the nearest ancestor's, else none. What of it a person may see is <see cref="ShownAnswer"/>'s to say.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="InheritedFrom">The ancestor that gave it, or null when it is the issue's own (or there is none).</param>
public sealed record EffectiveAnswer(Answer Answer, Ancestor? InheritedFrom)
{
    /// <summary>How many ancestors are asked.</summary>
    public const int InheritDepth = 3;

    /// <summary>The answer of an issue that nobody has answered.</summary>
    public static readonly EffectiveAnswer None = new(Answer.Unanswered.Instance, null);

    /// <summary>Resolves the answer of an issue from its own and its ancestors' answers.</summary>
    /// <param name="lineage">The issue first, then its parent, and so on; entries beyond <see cref="InheritDepth"/> ancestors do not count.</param>
    public static EffectiveAnswer Resolve(IEnumerable<(Ancestor Issue, Answer Own)> lineage)
    {
        var depth = 0;
        foreach (var (issue, own) in lineage.Take(InheritDepth + 1))
        {
            if (own is not Answer.Unanswered)
            {
                return new EffectiveAnswer(own, depth == 0 ? null : issue);
            }

            depth++;
        }

        return None;
    }
}

/// <summary>An issue that another one can inherit from.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Project">Its project, which need not be the heir's.</param>
public sealed record Ancestor(string Key, ProjectId Project);
