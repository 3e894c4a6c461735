using Addon.Core.Cycles;
using Addon.Core.KeyResultPage;
using Addon.Core.KeyResults;
using Addon.Core.Numbers;
using Addon.Core.Scopes;

namespace Addon.Web.KeyResultPage;

/// <summary>What a chart tells, before it has a size.</summary>
internal sealed record ChartSeries
{
    /// <summary>The values that count, oldest first.</summary>
    public required IReadOnlyList<SeriesPoint> Values { get; init; }

    /// <summary>How many older values lie so far before the cycle that the chart leaves them out.</summary>
    public int Earlier { get; init; }

    /// <summary>Where the number should be, by day; empty for a guardrail and without a from and a to.</summary>
    public IReadOnlyList<SeriesPoint> Expected { get; init; } = [];

    /// <summary>The targets, each from when it holds; the first begins with the cycle.</summary>
    public IReadOnlyList<TargetStep> Targets { get; init; } = [];

    /// <summary>What was promised at activation, where it is not the target any more.</summary>
    public TargetStep? Original { get; init; }

    /// <summary>Where the value will be in the end if it goes on so, or null.</summary>
    public SeriesPoint? Forecast { get; init; }

    /// <summary>When somebody wrote a note at a check-in, oldest first; the first has the number 1.</summary>
    public IReadOnlyList<DateTimeOffset> Notes { get; init; } = [];

    /// <summary>When the cycle begins.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>When its last day is over.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>When the key result is due, if that is before the cycle's end.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>Today, if it lies in the cycle.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>In whose days.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>The series of a key result's page.</summary>
    public static ChartSeries Of(KeyResultSheet sheet, DateTimeOffset now)
    {
        var (keyResult, cycle, scope) = (sheet.KeyResult, sheet.Cycle, sheet.Scope);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(scope.TimeZone);
        var (start, end) = (StartOf(cycle.Start, zone), StartOf(cycle.End.AddDays(1), zone));
        var counting = SeriesRules.Counting(sheet.Values).Select(v => new SeriesPoint(v.MeasuredAt, v.Value)).ToList();

        // Half of a cycle more still shows where the number comes from; all of it would press the cycle itself into a corner.
        var shown = counting.FindAll(v => v.At >= start - ((end - start) / 2));
        var due = Core.Numbers.Expected.EndOf(keyResult, cycle);
        return new ChartSeries
        {
            Values = shown,
            Earlier = counting.Count - shown.Count,
            Expected = ExpectedOf(keyResult, cycle, scope, zone),
            Targets = TargetsOf(sheet, start),
            Original = OriginalOf(keyResult, start),
            Forecast = KeyResultLifecycle.IsTerminal(keyResult.State) ? null : Core.Numbers.Forecast.Of(keyResult, cycle, scope),
            Notes = [.. sheet.CheckIns.Where(c => c.Note is not null).Select(c => c.At)],
            Start = start,
            End = end,
            Due = due == cycle.End ? null : StartOf(due.AddDays(1), zone),
            Now = now >= start && now < end ? now : null,
            Zone = zone,
        };
    }

    /// <summary>When a day begins there.</summary>
    public static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    private static List<SeriesPoint> ExpectedOf(KeyResult keyResult, Cycle cycle, Scope scope, TimeZoneInfo zone)
    {
        if (keyResult is not { IsGuardrail: false, From: { } from, To: { } to } || from == to)
        {
            return [];
        }

        List<(DateOnly Evening, decimal Share)> corners = [(cycle.Start.AddDays(-1), 0m)];
        for (var day = cycle.Start; day <= cycle.End; day = day.AddDays(1))
        {
            corners.Add((day, Core.Numbers.Expected.On(keyResult, cycle, scope, day)));
        }

        return
        [
            .. corners
                .Where((corner, i) => i == 0 || i == corners.Count - 1 || IsBend(corners[i - 1].Share, corner.Share, corners[i + 1].Share))
                .Select(corner => new SeriesPoint(StartOf(corner.Evening.AddDays(1), zone), from + ((to - from) * corner.Share))),
        ];
    }

    /// <summary>Whether the line turns between three days; divisions leave dust behind.</summary>
    private static bool IsBend(decimal before, decimal here, decimal after) => Math.Abs(after - here - (here - before)) > 0.000_000_001m;

    private static List<TargetStep> TargetsOf(KeyResultSheet sheet, DateTimeOffset start)
    {
        var keyResult = sheet.KeyResult;
        if (sheet.TargetChanges.Count == 0)
        {
            return keyResult is { To: null, Low: null, High: null } ? [] : [new TargetStep(start, keyResult.To, keyResult.Low, keyResult.High)];
        }

        return
        [
            StepOf(start, sheet.TargetChanges[0].Before),
            .. sheet.TargetChanges.Select(change => StepOf(change.At, change.After)),
        ];
    }

    private static TargetStep? OriginalOf(KeyResult keyResult, DateTimeOffset start) =>
        keyResult.Original is { } original && (original.To != keyResult.To || original.Low != keyResult.Low || original.High != keyResult.High)
            ? StepOf(start, original)
            : null;

    private static TargetStep StepOf(DateTimeOffset at, Commitment commitment) => new(at, commitment.To, commitment.Low, commitment.High);
}
