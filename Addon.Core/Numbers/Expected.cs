using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Scopes;

namespace Addon.Core.Numbers;

/// <summary>
/// Which share of the way should be behind a key result by the end of a day: its working days that are over, that day included, by all of them;
/// with phased targets the same within each phase.
/// </summary>
public static class Expected
{
    /// <summary>The last day of a key result: its own, else the cycle's.</summary>
    public static DateOnly EndOf(KeyResult keyResult, Cycle cycle)
    {
        ArgumentNullException.ThrowIfNull(keyResult);
        ArgumentNullException.ThrowIfNull(cycle);
        return keyResult.DueOn ?? cycle.End;
    }

    /// <summary>The expected share, 0 to 1: 0 before the cycle, 1 from the last day on.</summary>
    /// <remarks>While a single working day is missing between two targets, all of the step between them is expected on the later day.</remarks>
    public static decimal On(KeyResult keyResult, Cycle cycle, Scope scope, DateOnly day)
    {
        var end = EndOf(keyResult, cycle);
        if (day >= end)
        {
            return 1m;
        }

        // The evening before the first day, so that every stretch counts the days after one target up to the next.
        var (since, reached) = (cycle.Start.AddDays(-1), 0m);
        if (day <= since)
        {
            return 0m;
        }

        var days = WorkingDays.Of(scope);
        foreach (var (until, share) in Targets(keyResult, cycle.Start, end))
        {
            if (day < until)
            {
                return reached + ((share - reached) * ShareOf(days, since, day, until));
            }

            (since, reached) = (until, share);
        }

        return reached;
    }

    /// <summary>The phased targets that lie in the time, as shares of the way, and the end.</summary>
    private static IEnumerable<(DateOnly Day, decimal Share)> Targets(KeyResult keyResult, DateOnly start, DateOnly end)
    {
        if (keyResult.From is { } from && keyResult.To is { } to && from != to)
        {
            foreach (var phase in keyResult.Phases.Where(p => p.Day >= start && p.Day < end).OrderBy(p => p.Day))
            {
                yield return (phase.Day, Progress.Of(from, to, phase.Value).Counted);
            }
        }

        yield return (end, 1m);
    }

    private static decimal ShareOf(WorkingDays days, DateOnly since, DateOnly day, DateOnly until)
    {
        var first = since.AddDays(1);
        var all = days.Count(first, until);
        return all == 0 ? 0m : (decimal)days.Count(first, day) / all;
    }
}
