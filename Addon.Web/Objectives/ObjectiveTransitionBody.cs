using Addon.Core.Common;
using Addon.Core.Objectives;
using Addon.Web.Http;

namespace Addon.Web.Objectives;

/// <summary>Where an objective shall go.</summary>
/// <param name="To">The state: <c>active</c> or <c>closed</c>.</param>
/// <param name="Outcome">How it ended, when it is closed: <c>done</c>, <c>partly</c>, <c>missed</c> or <c>killed</c>.</param>
internal sealed record ObjectiveTransitionBody(string? To, string? Outcome)
{
    /// <summary>The step in the domain's words, or what of it cannot be read.</summary>
    public Outcome<(ObjectiveState To, ObjectiveOutcome? Outcome)> ToStep()
    {
        List<FieldError> errors = [];
        var to = WireEnum.Parse<ObjectiveState>(To);
        if (to is null)
        {
            errors.Add(new("to", "objective.state_unknown", "An objective goes to active or closed."));
        }

        var outcome = WireEnum.Parse<ObjectiveOutcome>(Outcome);
        if (Outcome is not null && outcome is null)
        {
            errors.Add(new("outcome", "objective.outcome_unknown", "An objective ends as done, partly, missed or killed."));
        }

        return errors.Count > 0 ? DomainError.Invalid(errors) : (to!.Value, outcome);
    }
}
