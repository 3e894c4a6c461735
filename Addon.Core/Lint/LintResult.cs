namespace Addon.Core.Lint;

/// <summary>Everything that the writing help has to say about a key result.</summary>
public sealed record LintResult
{
    /// <summary>What stops activation.</summary>
    public required IReadOnlyList<LintFinding> Blocking { get; init; }

    /// <summary>Warnings that nobody accepted.</summary>
    public required IReadOnlyList<LintFinding> Warnings { get; init; }

    /// <summary>Hints that nobody accepted.</summary>
    public required IReadOnlyList<LintFinding> Hints { get; init; }

    /// <summary>Warnings and hints that a person accepted.</summary>
    public required IReadOnlyList<LintFinding> Accepted { get; init; }

    /// <summary>The numbers that the title states, to fill empty fields with, or null.</summary>
    public required ParsedTarget? ParsedPair { get; init; }

    /// <summary>The ids of rules that stayed silent because a search in the title took too long. Always empty, as far as anybody knows.</summary>
    public required IReadOnlyList<string> Skipped { get; init; }

    /// <summary>Whether the key result cannot be activated as it stands.</summary>
    public bool BlocksActivation => Blocking.Count > 0;

    /// <summary>All findings, the accepted ones last.</summary>
    public IEnumerable<LintFinding> All => [.. Blocking, .. Warnings, .. Hints, .. Accepted];
}
