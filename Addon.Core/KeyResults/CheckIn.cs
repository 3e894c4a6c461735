using Addon.Core.Common;

namespace Addon.Core.KeyResults;

/// <summary>What a person said of a key result: only this resets staleness, automation cannot speak for people.</summary>
/// <param name="Id">Our id.</param>
/// <param name="KeyResult">Of which key result.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Confidence">How sure they are that the target will be reached, 0 to 10.</param>
/// <param name="Value">The value that was recorded with it, or null.</param>
/// <param name="Note">In their words, at most 1,000 characters, or null.</param>
public sealed record CheckIn(Guid Id, KeyResultId KeyResult, DateTimeOffset At, AccountId By, int Confidence, Guid? Value, string? Note);
