using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Scopes;

namespace Addon.Core.Tests.Numbers;

/// <summary>A team in Berlin and a cycle of exactly ten working weeks, so that each week is a tenth of the way.</summary>
internal static class NumberSamples
{
    public static readonly DateOnly Monday = new(2026, 10, 5);

    /// <summary>Ten weeks from a Monday to a Friday: 50 working days.</summary>
    public static readonly Cycle TenWeeks = new() { Id = CycleId.New(), Name = "Ten weeks", Start = Monday, End = new(2026, 12, 11) };

    public static readonly Scope Team = new() { Id = ScopeId.New(), Kind = ScopeKind.Team, Name = "Payments", TimeZone = "Europe/Berlin" };

    /// <summary>The Friday of the n-th week: n tenths of the way.</summary>
    public static DateOnly Friday(int week) => Monday.AddDays(((week - 1) * 7) + 4);

    public static DateTimeOffset Noon(DateOnly day) => new(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);

    /// <summary>A key result from 12 to 4 that is active since the first day and has no value and no check-in.</summary>
    public static KeyResult Moving() => Samples.KeyResult() with
    {
        ActivatedAt = Noon(Monday),
        Original = new Commitment(12, 4, null, null, TenWeeks.End),
    };

    /// <summary>An availability of at least 99.9 each week, active since the first day.</summary>
    public static KeyResult Guardrail() => Moving() with
    {
        Title = "Keep the API available",
        Direction = KeyResultDirection.KeepAtLeast,
        From = null,
        To = null,
        Low = 99.9m,
        Unit = "%",
        Per = KeyResultPeriod.Week,
        Original = new Commitment(null, null, 99.9m, null, TenWeeks.End),
    };

    public static KeyResult With(this KeyResult keyResult, params SeriesPoint[] points) =>
        keyResult with { Series = keyResult.Series with { Recent = new ValueList<SeriesPoint>(points) } };

    public static KeyResult At(this KeyResult keyResult, decimal value) => keyResult.With(new SeriesPoint(Noon(Monday), value));

    public static KeyResult Kept(this KeyResult keyResult, int inBound, int periods, bool last) =>
        keyResult with { Series = new SeriesSummary(new ValueList<SeriesPoint>([new SeriesPoint(Noon(Monday), 99.95m)]), periods, inBound, last) };

    public static KeyResult CheckedIn(this KeyResult keyResult, DateOnly day, int confidence) =>
        keyResult with { LastCheckIn = new CheckInSummary(Noon(day), Samples.Person, confidence, null) };

    public static KeyResultValue Value(this KeyResult keyResult, DateTimeOffset measuredAt, decimal value, KeyResultValue? corrects = null) =>
        new(Guid.CreateVersion7(), keyResult.Id, value, measuredAt, measuredAt, KeyResultSource.Manual, Samples.Person, null, corrects?.Id);
}
