using Addon.Core.Common;
using Addon.Core.KeyResults;
using Addon.Web.Connect;
using Addon.Web.Http;
using Addon.Web.Ui;

namespace Addon.Web.KeyResults;

/// <summary>Leads a transition, which is one address, to the use case behind it.</summary>
internal sealed class KeyResultSteps(ActivateKeyResult activate, StartBaselining baseline, PutKeyResultToSleep sleep, EndKeyResult end, KeyResultAccess access)
{
    private static readonly DomainError Unknown = DomainError.Invalid(new FieldError(
        "to", "key_result.state_unknown", "Choose where it goes: active, baselining, achieved, missed, killed or dormant."));

    public Task<Outcome<KeyResult>> GoAsync(Caller caller, KeyResultId id, int version, TransitionBody body, CancellationToken ct)
    {
        var (tenant, actor) = (caller.Tenant, caller.Person());
        return WireEnum.Parse<KeyResultState>(body.To) switch
        {
            KeyResultState.Active => activate.ActivateAsync(tenant, actor, id, version, body.From, ct),
            KeyResultState.Baselining => baseline.StartAsync(tenant, actor, id, version, ct),
            KeyResultState.Dormant => sleep.SleepAsync(tenant, actor, id, version, body.Reason, ct),
            KeyResultState.Achieved => end.AchieveAsync(tenant, actor, id, version, body.Reason, ct),
            KeyResultState.Missed => end.MissAsync(tenant, actor, id, version, body.Reason, ct),
            KeyResultState.Killed => end.KillAsync(tenant, actor, id, version, body.Reason, body.Redirect, ct),
            _ => RefuseAsync(tenant, actor, id, ct),
        };
    }

    /// <summary>Nowhere to go; but whoever may not move it at all is told that, whatever they send.</summary>
    private async Task<Outcome<KeyResult>> RefuseAsync(TenantId tenant, AccountId actor, KeyResultId id, CancellationToken ct)
    {
        var allowed = await access.ForWritingAsync(tenant, actor, id, ct);
        return allowed.Succeeded ? Unknown : allowed.Error;
    }
}
