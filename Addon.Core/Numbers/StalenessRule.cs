using Addon.Core.Scopes;

namespace Addon.Core.Numbers;

/// <summary>How long no person has spoken for a key result, in whole days of the scope. Automatic values never count as speaking.</summary>
public static class StalenessRule
{
    /// <summary>The most days that are fresh: a week and three days of grace.</summary>
    public const int MaxFresh = 10;

    /// <summary>The most days that are merely stale.</summary>
    public const int MaxStale = 17;

    /// <summary>The most days that are neglected; beyond it is abandoned.</summary>
    public const int MaxNeglected = 24;

    /// <summary>The days that count between two instants: whole days of the scope without those in weeks whose Monday to Friday are all holidays.</summary>
    public static int AgeInDays(DateTimeOffset since, DateTimeOffset now, Scope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var (first, today) = (scope.DayOf(since), scope.DayOf(now));
        return Math.Max(0, today.DayNumber - first.DayNumber - WorkingDays.Of(scope).CountInHolidayWeeks(first, today));
    }

    /// <summary>The word for that many days.</summary>
    public static Staleness Of(int ageInDays) => ageInDays switch
    {
        > MaxNeglected => Staleness.Abandoned,
        > MaxStale => Staleness.Neglected,
        > MaxFresh => Staleness.Stale,
        _ => Staleness.Fresh,
    };
}
