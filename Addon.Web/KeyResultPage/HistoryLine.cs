#pragma warning disable MA0048 // A line and its parts.
namespace Addon.Web.KeyResultPage;

/// <summary>One entry of the audit in words.</summary>
/// <param name="At">When.</param>
/// <param name="Actor">Whose account, or null when no person did it.</param>
/// <param name="Did">What they did, to be read after their name.</param>
/// <param name="Person">Whose account it is about, or null.</param>
/// <param name="Changes">What differs.</param>
internal sealed record HistoryLine(DateTimeOffset At, string? Actor, string Did, string? Person, IReadOnlyList<HistoryChange> Changes);

/// <summary>One fact before and after.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Before">What it was, or null for nothing.</param>
/// <param name="After">What it is, or null for nothing.</param>
/// <param name="IsPerson">Whether both are accounts.</param>
internal sealed record HistoryChange(string Name, string? Before, string? After, bool IsPerson);
