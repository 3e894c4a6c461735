using Addon.Sandbox.LocalJira;

namespace Addon.Sandbox.Playing;

/// <summary>One key result of the story, in the words of the add-on's API.</summary>
/// <param name="Title">What is measured.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Unit">What is counted.</param>
internal sealed record StoryKeyResult(string Title, JiraUser Owner, string Unit)
{
    /// <summary>Where it began; null for a guardrail and while it is being measured.</summary>
    public decimal? From { get; init; }

    /// <summary>Where it shall be; null for a guardrail.</summary>
    public decimal? To { get; init; }

    /// <summary>The lower bound of a guardrail.</summary>
    public decimal? Low { get; init; }

    /// <summary>The "per" of a rate.</summary>
    public string Per { get; init; } = "none";

    /// <summary>How the team's work moves it.</summary>
    public string? HowWorkMovesIt { get; init; }

    /// <summary>How it begins: <c>active</c>, <c>baselining</c> or <c>draft</c>.</summary>
    public string Begins { get; init; } = "active";

    /// <summary>Who helped to write it and has said so.</summary>
    public JiraUser? WrittenWith { get; init; }

    /// <summary>What people said of it, week by week.</summary>
    public IReadOnlyList<StoryCheckIn> CheckIns { get; init; } = [];

    /// <summary>What else was decided, week by week.</summary>
    public IReadOnlyList<StoryDecision> Decisions { get; init; } = [];
}
