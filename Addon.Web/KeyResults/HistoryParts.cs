#pragma warning disable MA0048 // The rows of a key result's history.
using Addon.Core.KeyResults;
using Addon.Web.Http;

namespace Addon.Web.KeyResults;

/// <summary>A recorded value.</summary>
internal sealed record ValueResponse(
    Guid Id, decimal Value, DateTimeOffset MeasuredAt, DateTimeOffset RecordedAt, string Source, string? Actor, string? Note, Guid? CorrectsId, string? IdempotencyKey)
{
    public static ValueResponse Of(KeyResultValue value) => new(
        value.Id,
        value.Value,
        value.MeasuredAt,
        value.RecordedAt,
        WireEnum.Of(value.Source),
        value.Actor?.Value,
        value.Note,
        value.Corrects,
        value.IdempotencyKey);
}

/// <summary>A check-in.</summary>
internal sealed record CheckInResponse(Guid Id, DateTimeOffset At, string By, int Confidence, Guid? ValueId, string? Note)
{
    public static CheckInResponse Of(CheckIn checkIn) => new(checkIn.Id, checkIn.At, checkIn.By.Value, checkIn.Confidence, checkIn.Value, checkIn.Note);
}

/// <summary>A retargeting.</summary>
internal sealed record TargetChangeResponse(Guid Id, DateTimeOffset At, string By, CommitmentResponse Before, CommitmentResponse After, bool Eased, string? Reason)
{
    public static TargetChangeResponse Of(TargetChange change) => new(
        change.Id, change.At, change.By.Value, CommitmentResponse.Of(change.Before), CommitmentResponse.Of(change.After), change.Eased, change.Reason);
}

/// <summary>Somebody who was asked to write it, too.</summary>
internal sealed record CoAuthorResponse(string Account, string InvitedBy, DateTimeOffset InvitedAt, DateTimeOffset? AcceptedAt)
{
    public static CoAuthorResponse Of(CoAuthor coAuthor) => new(coAuthor.Account.Value, coAuthor.InvitedBy.Value, coAuthor.InvitedAt, coAuthor.AcceptedAt);
}
