using Addon.Core.Common;
using Addon.Core.Lint;

namespace Addon.Core.KeyResults;

/// <summary>Keeps which writing hints people accepted for a key result. What blocks is never accepted away.</summary>
public sealed class AcceptHints(KeyResultEditor editor)
{
    private static readonly DomainError Unknown = new(ErrorKind.NotFound, "key_result.hint_not_found", "There is no such rule of the writing help.");

    private static readonly DomainError Blocks = new(ErrorKind.Conflict, "key_result.hint_not_acceptable", "This rule is about structure: change the fields instead.");

    /// <summary>Accepts what a rule says, once and for this key result.</summary>
    public Task<Outcome<KeyResult>> AcceptAsync(TenantId tenant, AccountId actor, KeyResultId id, string rule, CancellationToken ct) => editor.RunAsync(
        new(tenant, actor, id, null, "key_result.hint_accepted"),
        place => Check(place.KeyResult, rule) is { } refusal ? refusal
            : place.KeyResult.AcceptedHints.Contains(rule, StringComparer.Ordinal) ? place.KeyResult
            : place.KeyResult with { AcceptedHints = new ValueList<string>(place.KeyResult.AcceptedHints.Append(rule)) },
        ct);

    /// <summary>Shows what a rule says again.</summary>
    public Task<Outcome<KeyResult>> WithdrawAsync(TenantId tenant, AccountId actor, KeyResultId id, string rule, CancellationToken ct) => editor.RunAsync(
        new(tenant, actor, id, null, "key_result.hint_shown_again"),
        place => Check(place.KeyResult, rule) is { } refusal ? refusal
            : !place.KeyResult.AcceptedHints.Contains(rule, StringComparer.Ordinal) ? place.KeyResult
            : place.KeyResult with { AcceptedHints = new ValueList<string>(place.KeyResult.AcceptedHints.Where(r => r != rule)) },
        ct);

    private static DomainError? Check(KeyResult keyResult, string rule) =>
        KeyResultLifecycle.IsTerminal(keyResult.State) ? KeyResultErrors.Ended
        : LintRules.All.FirstOrDefault(r => r.Id == rule) is not { } known ? Unknown
        : known.Level == LintLevel.Block ? Blocks
        : null;
}
