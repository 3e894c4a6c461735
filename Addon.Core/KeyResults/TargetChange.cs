using Addon.Core.Common;

namespace Addon.Core.KeyResults;

/// <summary>One retargeting of an active key result. The series of them is append-only.</summary>
/// <param name="Id">Our id.</param>
/// <param name="KeyResult">Of which key result.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Before">What it was.</param>
/// <param name="After">What it became.</param>
/// <param name="Eased">Whether it became easier: a target nearer to from, a wider bound, a later day.</param>
/// <param name="Reason">Why, at most 500 characters; never null when it was eased.</param>
public sealed record TargetChange(Guid Id, KeyResultId KeyResult, DateTimeOffset At, AccountId By, Commitment Before, Commitment After, bool Eased, string? Reason);
