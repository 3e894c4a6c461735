namespace Addon.Core.Cycles;

/// <summary>A snapshot as it is kept.</summary>
/// <param name="Summary">What is said of it.</param>
/// <param name="Content">What it holds.</param>
/// <param name="Document">Its JSON, byte for byte what the hash was made of.</param>
/// <param name="IsIntact">Whether the document still has that hash.</param>
public sealed record StoredSnapshot(SnapshotSummary Summary, SnapshotContent Content, string Document, bool IsIntact);
