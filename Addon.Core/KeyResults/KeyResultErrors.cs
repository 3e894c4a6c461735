using Addon.Core.Common;

namespace Addon.Core.KeyResults;

/// <summary>The refusals that several use cases of key results share.</summary>
internal static class KeyResultErrors
{
    public static readonly DomainError Missing = new(ErrorKind.NotFound, "key_result.not_found", "There is no such key result on this site.");

    public static readonly DomainError ObjectiveMissing = new(ErrorKind.NotFound, "objective.not_found", "There is no such objective on this site.");

    public static readonly DomainError Stale =
        new(ErrorKind.Conflict, "key_result.changed_meanwhile", "Somebody changed this key result since you opened it. Compare both versions and save again.");

    public static readonly DomainError Ended = new(ErrorKind.Conflict, "key_result.ended", "This key result has ended; nothing of it changes any more.");

    public static readonly DomainError ObjectiveClosed = new(ErrorKind.Conflict, "objective.closed", "The objective is closed; its key results stay as they are.");

    public static DomainError IllegalTransition(KeyResultState from, KeyResultState to) =>
        new(ErrorKind.Conflict, "key_result.illegal_transition", $"A key result cannot go from {from} to {to}.");
}
