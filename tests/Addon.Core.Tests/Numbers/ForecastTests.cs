using Addon.Core.KeyResults;
using Addon.Core.Numbers;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using static Addon.Core.Tests.Numbers.NumberSamples;

namespace Addon.Core.Tests.Numbers;

public sealed class ForecastTests
{
    private static readonly DateTimeOffset Origin = Noon(Monday);

    private static readonly Arbitrary<int[]> DistinctHours = Gen.Choose(0, 2000).ArrayOf().Select(hours => hours.Distinct().Order().ToArray()).Where(h => h.Length >= 4).ToArbitrary();

    private static readonly Arbitrary<(decimal Start, decimal Slope)> Lines =
        (from start in Gen.Choose(-100_000, 100_000) from slope in Gen.Choose(-10_000, 10_000) select (start / 100m, slope / 1000m)).ToArbitrary();

    [Fact]
    public void A_Straight_Line_Goes_On() => Prop
        .ForAll(DistinctHours, Lines, (hours, line) =>
        {
            var points = hours.Select(h => new SeriesPoint(Origin.AddHours(h), line.Start + (line.Slope * h))).ToList();
            return Math.Abs(Forecast.At(points, Origin.AddHours(3000))!.Value - (line.Start + (line.Slope * 3000))) < 0.000_000_001m;
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Is_The_Same_In_Any_Unit() => Prop
        .ForAll(DistinctHours, Gen.Choose(1, 1000).ToArbitrary(), (hours, scale) =>
        {
            var points = hours.Select(h => new SeriesPoint(Origin.AddHours(h), h * h % 97)).ToList();
            var scaled = points.ConvertAll(p => p with { Value = p.Value * scale });
            return Math.Abs((Forecast.At(points, Origin.AddHours(3000))!.Value * scale) - Forecast.At(scaled, Origin.AddHours(3000))!.Value) < 0.000_000_001m;
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Three_Points_Are_Too_Few() => Forecast.At(Weekly(12, 11, 10), Origin.AddDays(70)).ShouldBeNull();

    [Theory]
    [InlineData(40)]
    [InlineData(-40)]
    public void The_Median_Of_Slopes_Follows_The_Many(int odd)
    {
        // Five on a line of minus one per week, one far off: it does not turn the forecast.
        Forecast.At(Weekly(12, 11, 10, odd, 8, 7), Origin.AddDays(70))!.Value.ShouldBe(2m, 0.000_001m);
    }

    [Fact]
    public void Only_The_Last_Six_Points_Count() => Forecast.At(Weekly(50, 80, 20, 9, 9, 9, 9, 9, 9), Origin.AddDays(70)).ShouldBe(9m);

    [Fact]
    public void Several_Values_Of_One_Instant_Are_One_Point()
    {
        SeriesPoint[] sameInstant = [new(Origin, 1), new(Origin, 2), new(Origin, 3), new(Origin.ToOffset(TimeSpan.FromHours(2)), 12)];

        Forecast.At(sameInstant, Origin.AddDays(70)).ShouldBeNull();
        Forecast.At([.. sameInstant, .. Weekly(12, 11, 10, 9).Skip(1)], Origin.AddDays(70))!.Value.ShouldBe(2m, 0.000_001m);
    }

    [Fact]
    public void Is_Told_For_The_End_Of_The_Last_Day_Of_The_Scope()
    {
        // The last day is over at midnight in Berlin, an hour before it is in UTC.
        var forecast = Forecast.Of(Moving().With([.. Weekly(12, 11, 10, 9)]), TenWeeks, Team);

        forecast!.At.ShouldBe(new DateTimeOffset(2026, 12, 11, 23, 0, 0, TimeSpan.Zero));
        forecast.Value.ShouldBe(12m - ((67m + (11m / 24m)) / 7m), 0.000_001m);
    }

    [Fact]
    public void Extreme_Values_Within_A_Microsecond_Do_Not_Break_It()
    {
        var points = Enumerable.Range(0, 6).Select(i => new SeriesPoint(Origin.AddMicroseconds(i), i % 2 == 0 ? 9_999_999_999_999m : -9_999_999_999_999m)).ToList();

        Should.NotThrow(() => Forecast.At(points, Origin.AddDays(800)));
    }

    private static List<SeriesPoint> Weekly(params int[] values) => [.. values.Select((v, week) => new SeriesPoint(Origin.AddDays(7 * week), v))];
}
