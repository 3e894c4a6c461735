using Addon.Core.Common;
using Addon.Core.KeyResults;

namespace Addon.Web.Data.KeyResults;

/// <summary>A key result as it is read.</summary>
internal class KeyResultRow
{
    public Guid Id { get; set; }

    public int Number { get; set; }

    public Guid ObjectiveId { get; set; }

    public string Title { get; set; } = "";

    public string? Metric { get; set; }

    public int Direction { get; set; }

    public decimal? FromValue { get; set; }

    public decimal? ToValue { get; set; }

    public decimal? LowValue { get; set; }

    public decimal? HighValue { get; set; }

    public string? Unit { get; set; }

    public int Per { get; set; }

    public int Weight { get; set; }

    public string? Owner { get; set; }

    public string? HowWorkMovesIt { get; set; }

    public int Source { get; set; }

    public string PhasesJson { get; set; } = "[]";

    public DateOnly? DueOn { get; set; }

    public int State { get; set; }

    public DateTimeOffset? BaseliningSince { get; set; }

    public DateTimeOffset? ActivatedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public DateTimeOffset? DormantSince { get; set; }

    public string? EndReason { get; set; }

    public string? Redirect { get; set; }

    public Guid? CarriedFromId { get; set; }

    public string? OriginalJson { get; set; }

    public DateTimeOffset? LiftAt { get; set; }

    public string? LiftBy { get; set; }

    public string? LiftNote { get; set; }

    public string AcceptedHintsJson { get; set; } = "[]";

    public string RecentJson { get; set; } = "[]";

    public int PeriodsWithValue { get; set; }

    public int PeriodsInBound { get; set; }

    public int? LastPeriodInBound { get; set; }

    public DateTimeOffset? LastCheckInAt { get; set; }

    public string? LastCheckInBy { get; set; }

    public string? LastCheckInNote { get; set; }

    public int? Confidence { get; set; }

    public int Version { get; set; }

    public KeyResult ToKeyResult() => new()
    {
        Id = new KeyResultId(Id),
        Number = Number,
        Objective = new ObjectiveId(ObjectiveId),
        Title = Title,
        Metric = Metric,
        Direction = (KeyResultDirection)Direction,
        From = FromValue,
        To = ToValue,
        Low = LowValue,
        High = HighValue,
        Unit = Unit,
        Per = (KeyResultPeriod)Per,
        Weight = Weight,
        Owner = Owner is null ? null : new AccountId(Owner),
        HowWorkMovesIt = HowWorkMovesIt,
        Source = (KeyResultSource)Source,
        Phases = DbJson.ReadList<PhasedTarget>(PhasesJson),
        DueOn = DueOn,
        State = (KeyResultState)State,
        BaseliningSince = BaseliningSince,
        ActivatedAt = ActivatedAt,
        EndedAt = EndedAt,
        DormantSince = DormantSince,
        EndReason = EndReason,
        Redirect = Redirect,
        CarriedFrom = CarriedFromId is { } carried ? new KeyResultId(carried) : null,
        Original = OriginalJson is null ? null : DbJson.Read<Commitment>(OriginalJson),
        Lift = LiftAt is { } liftedAt ? new HealthLift(new AccountId(LiftBy!), liftedAt, LiftNote!) : null,
        AcceptedHints = DbJson.ReadList<string>(AcceptedHintsJson),
        Series = new SeriesSummary(
            DbJson.ReadList<SeriesPoint>(RecentJson), PeriodsWithValue, PeriodsInBound, LastPeriodInBound is { } last ? last == 1 : null),
        LastCheckIn = LastCheckInAt is { } checkedInAt ? new CheckInSummary(checkedInAt, new AccountId(LastCheckInBy!), Confidence!.Value, LastCheckInNote) : null,
        Version = Version,
    };
}
