using Addon.Core.Common;
using Addon.Core.Lint;

namespace Addon.Core.KeyResults;

/// <summary>Begins with a key result whose start is not known yet: it is measured first, 28 days at most, then said at activation.</summary>
public sealed class StartBaselining(KeyResultEditor editor, TimeProvider clock)
{
    /// <summary>Starts measuring where the number begins.</summary>
    public Task<Outcome<KeyResult>> StartAsync(TenantId tenant, AccountId actor, KeyResultId id, int version, CancellationToken ct) =>
        editor.RunAsync(new(tenant, actor, id, version, "key_result.baselining"), Decide, ct);

    private Outcome<KeyResult> Decide(KeyResultPlace place)
    {
        var keyResult = place.KeyResult;
        if (!KeyResultLifecycle.Allows(keyResult.State, KeyResultState.Baselining))
        {
            return KeyResultErrors.IllegalTransition(keyResult.State, KeyResultState.Baselining);
        }

        if (place.Objective.State == Objectives.ObjectiveState.Closed)
        {
            return KeyResultErrors.ObjectiveClosed;
        }

        return Readiness.Check(LintSubject.Of(keyResult, place.Scope.Kind) with { IsBaselining = true }) is { } unready
            ? unready
            : keyResult with { State = KeyResultState.Baselining, BaseliningSince = clock.GetUtcNow() };
    }
}
