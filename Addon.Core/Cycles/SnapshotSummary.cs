using Addon.Core.Common;

namespace Addon.Core.Cycles;

/// <summary>What is said of a snapshot in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="TakenAt">When it was taken.</param>
/// <param name="TakenBy">By whom.</param>
/// <param name="Hash">The SHA-256 of its document, in hexadecimal.</param>
/// <param name="Objectives">How many objectives it holds.</param>
/// <param name="KeyResults">How many key results it holds.</param>
public sealed record SnapshotSummary(Guid Id, DateTimeOffset TakenAt, AccountId TakenBy, string Hash, int Objectives, int KeyResults);
