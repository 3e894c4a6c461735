using Addon.Core.Common;

namespace Addon.Core.KeyResults;

/// <summary>One measured value. The series is append-only: a correction is a new value that names the one it replaces.</summary>
/// <param name="Id">Our id.</param>
/// <param name="KeyResult">What was measured.</param>
/// <param name="Value">The value.</param>
/// <param name="MeasuredAt">When it was true.</param>
/// <param name="RecordedAt">When we were told.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="Actor">Who said it, or null when no person did.</param>
/// <param name="Note">Why, at most 1,000 characters, or null.</param>
/// <param name="Corrects">The value that this one replaces, or null.</param>
/// <param name="IdempotencyKey">Recorded once per key result and key, or null.</param>
public sealed record KeyResultValue(
    Guid Id,
    KeyResultId KeyResult,
    decimal Value,
    DateTimeOffset MeasuredAt,
    DateTimeOffset RecordedAt,
    KeyResultSource Source,
    AccountId? Actor,
    string? Note,
    Guid? Corrects = null,
    string? IdempotencyKey = null)
{
    /// <summary>Longest note.</summary>
    public const int MaxNote = 1000;
}
