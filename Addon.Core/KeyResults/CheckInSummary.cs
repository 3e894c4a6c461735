using Addon.Core.Common;

namespace Addon.Core.KeyResults;

/// <summary>The last check-in as pages need it.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Confidence">0 to 10.</param>
/// <param name="Note">In their words, or null.</param>
public sealed record CheckInSummary(DateTimeOffset At, AccountId By, int Confidence, string? Note);
