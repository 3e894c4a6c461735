using Addon.Core.Common;
using Addon.Core.KeyResults;

namespace Addon.Web.Data.Company;

/// <summary>What numbers need of a key result: there are thousands, so texts that only a page of its own shows are not read.</summary>
internal sealed class CompanyKeyResultRow
{
    /// <summary>In the place of who lifted or checked in: no number needs it, and nothing shows it here.</summary>
    private static readonly AccountId NotRead = new("");

    public Guid Id { get; set; }

    public int Number { get; set; }

    public Guid ObjectiveId { get; set; }

    public string Title { get; set; } = "";

    public int Direction { get; set; }

    public decimal? FromValue { get; set; }

    public decimal? ToValue { get; set; }

    public decimal? LowValue { get; set; }

    public decimal? HighValue { get; set; }

    public string? Unit { get; set; }

    public int Per { get; set; }

    public int Weight { get; set; }

    public string? Owner { get; set; }

    public string PhasesJson { get; set; } = "[]";

    public DateOnly? DueOn { get; set; }

    public int State { get; set; }

    public DateTimeOffset? BaseliningSince { get; set; }

    public DateTimeOffset? ActivatedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public DateTimeOffset? DormantSince { get; set; }

    public string? OriginalJson { get; set; }

    public DateTimeOffset? LiftAt { get; set; }

    public string RecentJson { get; set; } = "[]";

    public int PeriodsWithValue { get; set; }

    public int PeriodsInBound { get; set; }

    public int? LastPeriodInBound { get; set; }

    public DateTimeOffset? LastCheckInAt { get; set; }

    public int? Confidence { get; set; }

    public KeyResult ToKeyResult() => new()
    {
        Id = new KeyResultId(Id),
        Number = Number,
        Objective = new ObjectiveId(ObjectiveId),
        Title = Title,
        Direction = (KeyResultDirection)Direction,
        From = FromValue,
        To = ToValue,
        Low = LowValue,
        High = HighValue,
        Unit = Unit,
        Per = (KeyResultPeriod)Per,
        Weight = Weight,
        Owner = Owner is null ? null : new AccountId(Owner),
        Phases = DbJson.ReadList<PhasedTarget>(PhasesJson),
        DueOn = DueOn,
        State = (KeyResultState)State,
        BaseliningSince = BaseliningSince,
        ActivatedAt = ActivatedAt,
        EndedAt = EndedAt,
        DormantSince = DormantSince,
        Original = OriginalJson is null ? null : DbJson.Read<Commitment>(OriginalJson),
        Lift = LiftAt is { } liftedAt ? new HealthLift(NotRead, liftedAt, "") : null,
        Series = new SeriesSummary(LastPoint(RecentJson), PeriodsWithValue, PeriodsInBound, LastPeriodInBound is { } last ? last == 1 : null),
        LastCheckIn = LastCheckInAt is { } checkedInAt ? new CheckInSummary(checkedInAt, NotRead, Confidence!.Value, null) : null,
    };

    /// <summary>The newest point alone. The points are flat, so the last brace begins it; reading all of them would cost more than everything else here.</summary>
    private static ValueList<SeriesPoint> LastPoint(string recentJson)
    {
        var start = recentJson.LastIndexOf('{');
        return start < 0 ? ValueList<SeriesPoint>.Empty : new ValueList<SeriesPoint>([DbJson.Read<SeriesPoint>(recentJson[start..^1])]);
    }
}
