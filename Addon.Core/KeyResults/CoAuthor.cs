using Addon.Core.Common;

namespace Addon.Core.KeyResults;

/// <summary>Somebody who helped write a key result.</summary>
/// <param name="Account">Who.</param>
/// <param name="InvitedBy">Who asked them.</param>
/// <param name="InvitedAt">When.</param>
/// <param name="AcceptedAt">When they said yes, themselves; null until then.</param>
public sealed record CoAuthor(AccountId Account, AccountId InvitedBy, DateTimeOffset InvitedAt, DateTimeOffset? AcceptedAt);
