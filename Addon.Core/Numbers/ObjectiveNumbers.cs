using Addon.Core.Common;
using Addon.Core.KeyResults;

namespace Addon.Core.Numbers;

/// <summary>What the key results of an objective come to. Nothing is added up from objectives below: a parent link shows contribution, no numbers.</summary>
public sealed record ObjectiveNumbers
{
    /// <summary>The weighted mean of what its key results in {active, achieved, missed} count, 0 to 1; null while none is measured.</summary>
    public decimal? Progress { get; private init; }

    /// <summary>How many of <see cref="Total"/> are measured.</summary>
    public int Measured { get; private init; }

    /// <summary>How many key results are active, achieved or missed.</summary>
    public int Total { get; private init; }

    /// <summary>The worst health of the active key results, a stale one taken as at risk; stale when half or more of their weight is. Null when none is active: there is nothing to judge, the outcomes speak.</summary>
    public Health? Health { get; private init; }

    /// <summary>How many key results have which health, all of them, the worst first.</summary>
    public ValueList<HealthCount> Counts { get; private init; } = ValueList<HealthCount>.Empty;

    /// <summary>One sentence with the rule and the numbers behind <see cref="Health"/> and <see cref="Progress"/>.</summary>
    public string Explanation { get; private init; } = "";

    /// <summary>The numbers of an objective with these key results, in any order.</summary>
    public static ObjectiveNumbers Of(IEnumerable<(KeyResult KeyResult, KeyResultNumbers Numbers)> keyResults)
    {
        ArgumentNullException.ThrowIfNull(keyResults);
        var all = keyResults.ToList();
        var headline = all.FindAll(k => KeyResultNumbers.IsInHeadline(k.KeyResult.State));
        var measured = headline.FindAll(k => k.Numbers.Counted is not null);
        var active = all.FindAll(k => k.KeyResult.State == KeyResultState.Active);
        var numbers = new ObjectiveNumbers
        {
            Progress = measured.Count == 0 ? null : measured.Sum(k => k.KeyResult.Weight * k.Numbers.Counted!.Value) / measured.Sum(k => k.KeyResult.Weight),
            Measured = measured.Count,
            Total = headline.Count,
            Health = Judge(active),
            Counts = new ValueList<HealthCount>(all
                .CountBy(k => k.Numbers.Health)
                .OrderBy(c => HealthRule.Rank(c.Key))
                .Select(c => new HealthCount(c.Key, c.Value))),
        };
        return numbers with { Explanation = Numbers.Explanation.Of(numbers, active) };
    }

    private static Health? Judge(List<(KeyResult KeyResult, KeyResultNumbers Numbers)> active)
    {
        if (active.Count == 0)
        {
            return null;
        }

        var stale = active.Where(k => k.Numbers.Health == Numbers.Health.Stale).Sum(k => k.KeyResult.Weight);
        return 2 * stale >= active.Sum(k => k.KeyResult.Weight)
            ? Numbers.Health.Stale
            : active.Select(k => k.Numbers.Health == Numbers.Health.Stale ? Numbers.Health.AtRisk : k.Numbers.Health).Aggregate(HealthRule.Worse);
    }
}
