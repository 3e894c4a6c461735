using Addon.Core.Common;

namespace Addon.Core.Okrs;

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

    /// <summary>What it serves, or null when it stands alone.</summary>
    public ObjectiveParent? Parent { get; init; }

    /// <summary>How it contributes to the parent, one sentence of at most 500 characters, or null.</summary>
    public string? Contribution { get; init; }

    /// <summary>Counts the changes; an edit of an older version is a conflict.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The key that people see.</summary>
    public string Key => KeyOf(Number);

    /// <summary>The key of objective number <paramref name="number"/>.</summary>
    public static string KeyOf(int number) => $"O-{number}";
}
