using Addon.Core.Portability;

namespace Addon.Web.Portability;

/// <summary>The file of a full export.</summary>
internal sealed record TransferDocument
{
    /// <summary>What <see cref="Format"/> says.</summary>
    public const string FormatName = "straightline-okrs";

    /// <summary>The version that is written and read.</summary>
    public const int CurrentVersion = 1;

    /// <summary>What kind of file it is.</summary>
    public required string Format { get; init; }

    /// <summary>Of which version.</summary>
    public required int Version { get; init; }

    /// <summary>SHA-256 over the content: two sites with equal OKRs have equal hashes.</summary>
    public string? Hash { get; init; }

    public IReadOnlyList<TransferScope> Scopes { get; init; } = [];

    public IReadOnlyList<TransferCycle> Cycles { get; init; } = [];

    public IReadOnlyList<TransferObjective> Objectives { get; init; } = [];

    public static TransferDocument Of(OkrTransfer transfer) => new()
    {
        Format = FormatName,
        Version = CurrentVersion,
        Hash = TransferJson.HashOf(transfer),
        Scopes = transfer.Scopes,
        Cycles = transfer.Cycles,
        Objectives = transfer.Objectives,
    };

    public OkrTransfer ToTransfer() => new() { Scopes = Scopes, Cycles = Cycles, Objectives = Objectives };

    /// <summary>A list may hold null although nothing says so.</summary>
    public bool HasHoles() =>
        Scopes.Any(s => s is null) || Cycles.Any(c => c is null) || Objectives.Any(o => o is null || o.KeyResults.Any(HasHoles));

    private static bool HasHoles(TransferKeyResult? keyResult) =>
        keyResult is null
        || keyResult.Phases.Any(p => p is null)
        || keyResult.AcceptedHints.Any(h => h is null)
        || keyResult.Values.Any(v => v is null)
        || keyResult.CheckIns.Any(c => c is null)
        || keyResult.TargetChanges.Any(t => t is null)
        || keyResult.CoAuthors.Any(a => a is null);
}
