using Addon.Core.Common;

namespace Addon.Core.Objectives;

/// <summary>Where a scope wants to be at the end of a cycle.</summary>
public sealed record Objective
{
    /// <summary>From how many active key results on a person is told that they are many: one to five is the aim.</summary>
    public const int ManyActiveKeyResults = 6;

    /// <summary>The most active key results; one more is refused.</summary>
    public const int MostActiveKeyResults = 7;

    /// <summary>Our id.</summary>
    public required ObjectiveId Id { get; init; }

    /// <summary>The number in its key <c>O-n</c>, unique per tenant.</summary>
    public required int Number { get; init; }

    /// <summary>Whose objective it is.</summary>
    public required ScopeId Scope { get; init; }

    /// <summary>In which cycle.</summary>
    public required CycleId Cycle { get; init; }

    /// <summary>What is wanted, 1 to 250 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Why it matters now, at most 1,000 characters, or null.</summary>
    public string? Why { get; init; }

    /// <summary>The one person who answers for it; has to be named before it is active.</summary>
    public AccountId? Owner { get; init; }

    /// <summary>What it serves, or null.</summary>
    public ObjectiveParent? Parent { get; init; }

    /// <summary>Why it serves nothing above, at most 500 characters; never beside a <see cref="Parent"/>. Without either it is an orphan.</summary>
    public string? StandaloneReason { get; init; }

    /// <summary>How it contributes to the parent, one sentence of at most 500 characters, or null.</summary>
    public string? Contribution { get; init; }

    /// <summary>Where it is in its life.</summary>
    public ObjectiveState State { get; init; }

    /// <summary>How it ended; set exactly when it is closed.</summary>
    public ObjectiveOutcome? Outcome { get; init; }

    /// <summary>When it became active, or null before.</summary>
    public DateTimeOffset? ActivatedAt { get; init; }

    /// <summary>The objective of an earlier cycle that it carries on, or null.</summary>
    public ObjectiveId? CarriedFrom { get; init; }

    /// <summary>Counts the changes; an edit of an older version is a conflict.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Whether its connection upwards is said: a parent, or a reason to stand alone.</summary>
    public bool IsAlignedOrReasoned => Parent is not null || StandaloneReason is not null;

    /// <summary>The key that people see.</summary>
    public string Key => KeyOf(Number);

    /// <summary>The key of objective number <paramref name="number"/>.</summary>
    public static string KeyOf(int number) => $"O-{number}";
}
