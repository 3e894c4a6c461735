#pragma warning disable MA0048 // The snapshot and its parts are read together, and stored as one document.
namespace Addon.Core.Cycles;

/// <summary>Everything that a snapshot holds, in words and numbers that need nothing else to be read years later.</summary>
/// <param name="Format">The shape of this document; a reader of a later product knows by it what to expect.</param>
/// <param name="Cycle">The cycle.</param>
/// <param name="Objectives">Its objectives by number.</param>
public sealed record SnapshotContent(int Format, SnapshotCycle Cycle, IReadOnlyList<SnapshotObjective> Objectives)
{
    /// <summary>The shape that is written today.</summary>
    public const int CurrentFormat = 1;
}

/// <summary>The cycle in a snapshot.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Start">Its first day.</param>
/// <param name="End">Its last day.</param>
public sealed record SnapshotCycle(Guid Id, string Name, CycleKind Kind, DateOnly Start, DateOnly End);

/// <summary>An objective in a snapshot.</summary>
public sealed record SnapshotObjective
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its key.</summary>
    public required string Key { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>The id of its scope.</summary>
    public required Guid ScopeId { get; init; }

    /// <summary>What its scope was called.</summary>
    public required string Scope { get; init; }

    /// <summary>Its owner's account.</summary>
    public string? Owner { get; init; }

    /// <summary>Its state.</summary>
    public required string State { get; init; }

    /// <summary>How it ended, or null.</summary>
    public string? Outcome { get; init; }

    /// <summary>The objective that it served.</summary>
    public Guid? ParentObjectiveId { get; init; }

    /// <summary>The key result that it served.</summary>
    public Guid? ParentKeyResultId { get; init; }

    /// <summary>How it contributed.</summary>
    public string? Contribution { get; init; }

    /// <summary>Why it stood alone.</summary>
    public string? StandaloneReason { get; init; }

    /// <summary>The weighted mean of its key results, or null.</summary>
    public decimal? Progress { get; init; }

    /// <summary>How many of <see cref="Total"/> were measured.</summary>
    public int Measured { get; init; }

    /// <summary>How many key results count.</summary>
    public int Total { get; init; }

    /// <summary>Its key results by number.</summary>
    public required IReadOnlyList<SnapshotKeyResult> KeyResults { get; init; }
}

/// <summary>A key result in a snapshot.</summary>
public sealed record SnapshotKeyResult
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its key.</summary>
    public required string Key { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Its direction.</summary>
    public required string Direction { get; init; }

    /// <summary>Where it began at last.</summary>
    public decimal? From { get; init; }

    /// <summary>Where it was to go at last.</summary>
    public decimal? To { get; init; }

    /// <summary>Its lower bound.</summary>
    public decimal? Low { get; init; }

    /// <summary>Its upper bound.</summary>
    public decimal? High { get; init; }

    /// <summary>What was counted.</summary>
    public string? Unit { get; init; }

    /// <summary>Per which time.</summary>
    public required string Per { get; init; }

    /// <summary>Its weight.</summary>
    public int Weight { get; init; }

    /// <summary>Its owner's account.</summary>
    public string? Owner { get; init; }

    /// <summary>How it ended.</summary>
    public required string State { get; init; }

    /// <summary>The last value that counts.</summary>
    public decimal? Value { get; init; }

    /// <summary>When that was measured.</summary>
    public DateTimeOffset? ValueAt { get; init; }

    /// <summary>Where it began as promised at activation.</summary>
    public decimal? OriginalFrom { get; init; }

    /// <summary>Where it was to go as promised at activation.</summary>
    public decimal? OriginalTo { get; init; }

    /// <summary>The share of the way, signed, as it was shown.</summary>
    public decimal? RawProgress { get; init; }

    /// <summary>What it is measured by in the end, by the promise of activation.</summary>
    public decimal? FinalScore { get; init; }

    /// <summary>Its health in a word.</summary>
    public required string Health { get; init; }

    /// <summary>The last confidence.</summary>
    public int? Confidence { get; init; }

    /// <summary>Why it ended so.</summary>
    public string? EndReason { get; init; }

    /// <summary>Where its energy went.</summary>
    public string? Redirect { get; init; }

    /// <summary>How many linked issues were done.</summary>
    public int IssuesDone { get; init; }

    /// <summary>How many issues were linked.</summary>
    public int IssuesTotal { get; init; }
}
