using Addon.Core.Common;

namespace Addon.Core.KeyResults;

/// <summary>A person's word that a key result is one step better than the rule says. It expires with the next check-in.</summary>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
/// <param name="Note">Why, 1 to 500 characters.</param>
public sealed record HealthLift(AccountId By, DateTimeOffset At, string Note);
