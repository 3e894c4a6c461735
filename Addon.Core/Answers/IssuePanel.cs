#pragma warning disable MA0048 // One read model, read together.
using Addon.Core.Common;
using Addon.Core.KeyResults;
using Addon.Core.Scopes;

namespace Addon.Core.Answers;

/// <summary>Everything that the panel on an issue shows, read in one round trip; nothing in it is hidden from a person who sees the issue.</summary>
public sealed record IssuePanel
{
    /// <summary>The issue.</summary>
    public required IssueId Issue { get; init; }

    /// <summary>Whether we have a snapshot of the issue; without one its parent, and so an inherited answer, is not known yet.</summary>
    public required bool IsKnown { get; init; }

    /// <summary>The project that the issue belongs to now.</summary>
    public required ProjectId Project { get; init; }

    /// <summary>What counts for the issue, without what belongs to other teams.</summary>
    public required ShownAnswer Answer { get; init; }

    /// <summary>What can be picked: the active key results of the project's team, then the company's, by number.</summary>
    public required IReadOnlyList<KeyResultChoice> Choices { get; init; }
}

/// <summary>A key result that can be picked.</summary>
/// <param name="KeyResult">The key result.</param>
/// <param name="ObjectiveTitle">Its objective's title.</param>
/// <param name="Scope">Whose it is.</param>
public sealed record KeyResultChoice(KeyResult KeyResult, string ObjectiveTitle, ScopeKind Scope);
