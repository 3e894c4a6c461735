using Addon.Sandbox.LocalJira;

namespace Addon.Sandbox.Playing;

/// <summary>One objective of the story.</summary>
/// <param name="Place">Whose it is.</param>
/// <param name="Title">What is wanted.</param>
/// <param name="Owner">Who answers for it.</param>
internal sealed record StoryObjective(StoryPlace Place, string Title, JiraUser Owner)
{
    /// <summary>Why it matters.</summary>
    public string? Why { get; init; }

    /// <summary>The title of the objective or key result above that it serves, or null.</summary>
    public string? Serves { get; init; }

    /// <summary>How it contributes to that.</summary>
    public string? Contribution { get; init; }

    /// <summary>Why it serves nothing above.</summary>
    public string? StandaloneReason { get; init; }

    /// <summary>What measures it.</summary>
    public IReadOnlyList<StoryKeyResult> KeyResults { get; init; } = [];
}
