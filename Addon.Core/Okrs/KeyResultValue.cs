using Addon.Core.Common;

namespace Addon.Core.Okrs;

/// <summary>One measured value. The series is append-only; the current value is always the newest of it.</summary>
/// <param name="Id">Our id.</param>
/// <param name="KeyResult">What was measured.</param>
/// <param name="Value">The value.</param>
/// <param name="MeasuredAt">When it was true.</param>
/// <param name="Actor">Who said it.</param>
/// <param name="Note">Why, at most 1,000 characters, or null.</param>
public sealed record KeyResultValue(Guid Id, KeyResultId KeyResult, decimal Value, DateTimeOffset MeasuredAt, AccountId Actor, string? Note)
{
    /// <summary>Longest note.</summary>
    public const int MaxNote = 1000;
}
