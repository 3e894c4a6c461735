#pragma warning disable MA0048 // The rows of a key result's history, read by one store.
using Addon.Core.Common;
using Addon.Core.KeyResults;

namespace Addon.Web.Data.KeyResults;

/// <summary>A value as it is read.</summary>
internal sealed class ValueRow
{
    public Guid Id { get; set; }

    public Guid KeyResultId { get; set; }

    public decimal Value { get; set; }

    public DateTimeOffset MeasuredAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public int Source { get; set; }

    public string? Actor { get; set; }

    public string? Note { get; set; }

    public Guid? CorrectsId { get; set; }

    public string DedupeKey { get; set; } = "";

    public KeyResultValue ToValue() => new(
        Id,
        new KeyResultId(KeyResultId),
        Value,
        MeasuredAt,
        CreatedAt,
        (KeyResultSource)Source,
        Actor is null ? null : new AccountId(Actor),
        Note,
        CorrectsId,
        string.Equals(DedupeKey, Id.ToString("D"), StringComparison.Ordinal) ? null : DedupeKey);
}

/// <summary>A check-in as it is read.</summary>
internal sealed class CheckInRow
{
    public Guid Id { get; set; }

    public Guid KeyResultId { get; set; }

    public DateTimeOffset At { get; set; }

    public int Confidence { get; set; }

    public Guid? ValueId { get; set; }

    public string? Note { get; set; }

    public string CreatedBy { get; set; } = "";

    public CheckIn ToCheckIn() => new(Id, new KeyResultId(KeyResultId), At, new AccountId(CreatedBy), Confidence, ValueId, Note);
}

/// <summary>A retargeting as it is read.</summary>
internal sealed class TargetChangeRow
{
    public Guid Id { get; set; }

    public Guid KeyResultId { get; set; }

    public DateTimeOffset At { get; set; }

    public string BeforeJson { get; set; } = "";

    public string AfterJson { get; set; } = "";

    public int Eased { get; set; }

    public string? Reason { get; set; }

    public string CreatedBy { get; set; } = "";

    public TargetChange ToTargetChange() => new(
        Id,
        new KeyResultId(KeyResultId),
        At,
        new AccountId(CreatedBy),
        DbJson.Read<Commitment>(BeforeJson),
        DbJson.Read<Commitment>(AfterJson),
        Eased == 1,
        Reason);
}

/// <summary>A co-author as it is read.</summary>
internal sealed class CoAuthorRow
{
    public string Account { get; set; } = "";

    public string InvitedBy { get; set; } = "";

    public DateTimeOffset InvitedAt { get; set; }

    public DateTimeOffset? AcceptedAt { get; set; }

    public CoAuthor ToCoAuthor() => new(new AccountId(Account), new AccountId(InvitedBy), InvitedAt, AcceptedAt);
}
