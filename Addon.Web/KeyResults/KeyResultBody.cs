using Addon.Core.Common;
using Addon.Core.KeyResults;
using Addon.Web.Http;

namespace Addon.Web.KeyResults;

/// <summary>A key result as the API takes it.</summary>
/// <param name="Title">What is measured.</param>
/// <param name="From">Where the number begins.</param>
/// <param name="To">Where it shall be.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Per">The "per" of a rate, none when left out.</param>
/// <param name="Direction">Which way is good; taken from the numbers when left out.</param>
/// <param name="Owner">The account id of the one person who answers for it.</param>
/// <param name="State">The state it shall have.</param>
internal sealed record KeyResultBody(
    string? Title, decimal? From, decimal? To, string? Unit, string? Per, string? Direction, string? Owner, string? State)
{
    /// <summary>What the domain judges, or every field that it could not even read.</summary>
    /// <remarks>The domain's own findings are added, so that a person sees all of them at once.</remarks>
    public Outcome<KeyResultDraft> ToDraft()
    {
        List<FieldError> errors = [];
        var per = Read(Per ?? WireEnum.Of(KeyResultPeriod.None), KeyResultPeriod.None, errors, new("per", "key_result.per_unknown", "Per is none, day, week or month."));
        var state = Read(State, KeyResultState.Draft, errors, new("state", "key_result.state_unknown", "Choose a state: draft, active, achieved, missed or killed."));
        KeyResultDirection? direction = Direction is null
            ? null
            : Read(Direction, KeyResultDirection.Increase, errors, new("direction", "key_result.direction_unknown", "A direction is increase or decrease."));
        var draft = new KeyResultDraft
        {
            Title = Title,
            From = From,
            To = To,
            Unit = Unit,
            Per = per,
            Direction = direction,
            Owner = Owner is null ? null : new AccountId(Owner),
            State = state,
        };
        if (errors.Count == 0)
        {
            return draft;
        }

        return DomainError.Invalid([.. errors, .. draft.Validate().Where(e => errors.TrueForAll(known => !string.Equals(known.Field, e.Field, StringComparison.Ordinal)))]);
    }

    private static T Read<T>(string? wire, T otherwise, List<FieldError> errors, FieldError error)
        where T : struct, Enum
    {
        if (WireEnum.Parse<T>(wire) is { } value)
        {
            return value;
        }

        errors.Add(error);
        return otherwise;
    }
}
