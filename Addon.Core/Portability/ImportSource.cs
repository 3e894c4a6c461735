namespace Addon.Core.Portability;

/// <summary>A file as it was read.</summary>
/// <param name="Transfer">What it wants to be true.</param>
/// <param name="Rows">Where each key result stands: its line in a table. Without an entry its key or title is named.</param>
/// <param name="Reasons">Why a target changes, where the file says so.</param>
public sealed record ImportSource(
    OkrTransfer Transfer, IReadOnlyDictionary<TransferKeyResult, string> Rows, IReadOnlyDictionary<TransferKeyResult, string> Reasons)
{
    /// <summary>What could not even be read, cell by cell.</summary>
    public IReadOnlyList<ImportProblem> Problems { get; init; } = [];

    /// <summary>Where each objective stands.</summary>
    public IReadOnlyDictionary<TransferObjective, string> ObjectiveRows { get; init; } = new Dictionary<TransferObjective, string>(ReferenceEqualityComparer.Instance);

    /// <summary>Columns and members that nobody knows, with how many cells of them hold something.</summary>
    public IReadOnlyDictionary<string, int> Unknown { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>How many key results, and objectives without any, it holds.</summary>
    public int Count => Transfer.Objectives.Sum(o => Math.Max(1, o.KeyResults.Count));
}
