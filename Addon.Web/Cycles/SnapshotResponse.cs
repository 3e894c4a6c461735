#pragma warning disable MA0048 // The list's part and the whole are read together.
using System.Text.Json;
using Addon.Core.Cycles;

namespace Addon.Web.Cycles;

/// <summary>A snapshot in a list.</summary>
internal sealed record SnapshotListed(Guid Id, DateTimeOffset TakenAt, string TakenBy, string Sha256, int Objectives, int KeyResults)
{
    /// <summary>The snapshot in the API's words.</summary>
    public static SnapshotListed Of(SnapshotSummary summary) =>
        new(summary.Id, summary.TakenAt, summary.TakenBy.Value, summary.Hash, summary.Objectives, summary.KeyResults);
}

/// <summary>One snapshot with its document as it was written.</summary>
/// <param name="Snapshot">What is said of it.</param>
/// <param name="IsIntact">Whether the document still has its hash.</param>
/// <param name="Document">The document.</param>
internal sealed record SnapshotResponse(SnapshotListed Snapshot, bool IsIntact, JsonElement Document)
{
    /// <summary>The snapshot in the API's words.</summary>
    public static SnapshotResponse Of(StoredSnapshot stored)
    {
        using var document = JsonDocument.Parse(stored.Document);
        return new SnapshotResponse(SnapshotListed.Of(stored.Summary), stored.IsIntact, document.RootElement.Clone());
    }
}
