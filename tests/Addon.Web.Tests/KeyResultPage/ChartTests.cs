using Addon.Core.KeyResults;
using Addon.Web.KeyResultPage;
using Addon.Web.Tests.Ui;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.KeyResultPage;

/// <summary>What holds of every chart, whatever was measured.</summary>
public sealed class ChartTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(300);

    /// <summary>Any series: values from long before the cycle to after it, small and huge, several at one instant.</summary>
    private static readonly Arbitrary<(int Hour, int Value)[]> Series =
        Arb.From(Gen.Choose(-3_000, 2_500).Zip(Gen.Choose(-2_000_000, 2_000_000)).ArrayOf().Where(s => s.Length <= 600));

    [Fact]
    public void Everything_That_Is_Drawn_Lies_Within_The_Plot() => Prop.ForAll(Series, Arb.From(Gen.Elements(1m, 0.000001m, 4_000_000m)), (series, unit) =>
    {
        foreach (var frame in new[] { ChartFrame.Wide, ChartFrame.Compact })
        {
            var chart = Chart.Of(SeriesOf(series, unit), frame);
            foreach (var point in chart.Values.Concat(chart.Expected).Concat(chart.Target).Concat(chart.Forecast))
            {
                point.X.ShouldBeInRange(frame.Left - 0.01, frame.Right + 0.01);
                point.Y.ShouldBeInRange(frame.Top - 0.01, frame.Bottom + 0.01);
            }

            chart.ValueTicks.ShouldAllBe(t => t.At >= frame.Top - 0.01 && t.At <= frame.Bottom + 0.01);
            chart.TimeTicks.ShouldAllBe(t => t.At >= frame.Left - 0.01 && t.At <= frame.Right + 0.01);
            chart.TimeTicks.Count.ShouldBeLessThanOrEqualTo(frame.MostTimeTicks);
            chart.ValueTicks.Count.ShouldBeInRange(2, 12);
        }
    }).Check(Runs);

    [Fact]
    public void Time_Never_Runs_Backwards() => Prop.ForAll(Series, series =>
    {
        var chart = Chart.Of(SeriesOf(series), ChartFrame.Wide);
        foreach (var line in new[] { chart.Values, chart.Expected, chart.Target, chart.Forecast })
        {
            line.Zip(line.Skip(1)).ShouldAllBe(pair => pair.First.X <= pair.Second.X + 0.001);
        }
    }).Check(Runs);

    [Fact]
    public void The_Scale_Holds_Every_Value_That_Is_Shown() => Prop.ForAll(Series, series =>
    {
        var shown = SeriesOf(series);
        var chart = Chart.Of(shown, ChartFrame.Wide);
        var drawn = ChartThinning.Of(shown.Values);
        foreach (var (first, second) in drawn.Zip(drawn.Skip(1)))
        {
            // Equal values at equal heights and higher ones not lower: nothing was held at an edge.
            var (one, other) = (HeightOf(first), HeightOf(second));
            Math.Sign(second.Value - first.Value).ShouldBe(Math.Sign(Math.Round(one - other, 9)));
        }

        double HeightOf(SeriesPoint point) => chart.Values[drawn.Index().First(d => ReferenceEquals(d.Item, point)).Index].Y;
    }).Check(Runs);

    [Fact]
    public void The_Same_Series_Gives_The_Same_Picture() => Prop.ForAll(Series, series =>
    {
        var input = SeriesOf(series);
        ChartDrawing.Of(Chart.Of(input, ChartFrame.Wide), "wide", "").Value.ShouldBe(ChartDrawing.Of(Chart.Of(input, ChartFrame.Wide), "wide", "").Value);
    }).Check(Runs);

    [Fact]
    public void Thinning_Keeps_The_Ends_The_Highest_And_The_Lowest() => Prop.ForAll(Series, series =>
    {
        var points = PointsOf(series, 1m);
        var thin = ChartThinning.Of(points);
        thin.Count.ShouldBeLessThanOrEqualTo(ChartThinning.Most);
        if (points.Count == 0)
        {
            return;
        }

        thin[0].ShouldBe(points[0]);
        thin[^1].ShouldBe(points[^1]);
        thin.Max(p => p.Value).ShouldBe(points.Max(p => p.Value));
        thin.Min(p => p.Value).ShouldBe(points.Min(p => p.Value));
    }).Check(Runs);

    [Fact]
    public void Five_Hundred_Values_Become_At_Most_Two_Hundred_Dots_And_Keep_The_Peak()
    {
        var values = Enumerable.Range(0, 500).Select(i => Sheets.Value(i == 250 ? 40 : 10 + (i % 3), i * 0.15)).ToList();
        var chart = Chart.Of(ChartSeries.Of(Sheets.Of(Sheets.Moving(), values), Rendering.Now), ChartFrame.Wide);

        chart.Values.Count.ShouldBeInRange(50, ChartThinning.Most);
        chart.Values.Min(v => v.Y).ShouldBeLessThan(ChartFrame.Wide.Bottom - (0.7 * (ChartFrame.Wide.Bottom - ChartFrame.Wide.Top)));
    }

    [Fact]
    public void The_Expected_Line_Rests_On_Weekends_And_Ends_At_The_Target()
    {
        var series = ChartSeries.Of(Sheets.Healthy(), Rendering.Now);

        series.Expected[0].Value.ShouldBe(12);
        series.Expected[^1].ShouldBe(new SeriesPoint(series.End, 4));
        // Friday evening of 2 October and Sunday evening after it, in Berlin.
        var friday = new DateTimeOffset(2026, 10, 2, 22, 0, 0, TimeSpan.Zero);
        var flat = series.Expected.Where(p => p.At == friday || p.At == friday.AddDays(2)).ToList();
        flat.Count.ShouldBe(2);
        flat[0].Value.ShouldBe(flat[1].Value);
    }

    [Fact]
    public void The_Target_Has_A_Step_Where_It_Was_Moved_And_The_Original_Stays()
    {
        var sheet = Sheets.Healthy();
        sheet = sheet with { KeyResult = sheet.KeyResult with { To = 6 }, TargetChanges = [Sheets.Change(20, 4, 6)] };
        var chart = Chart.Of(ChartSeries.Of(sheet, Rendering.Now), ChartFrame.Wide);

        chart.Target.Count.ShouldBe(4);
        chart.Target[1].X.ShouldBe(chart.Target[2].X);
        chart.Target[2].Y.ShouldBeLessThan(chart.Target[1].Y, "6 stands above 4");
        chart.Originals.ShouldBe([chart.Target[0].Y]);
    }

    [Fact]
    public void A_Guardrail_Has_A_Band_And_No_Expected_Line()
    {
        var chart = Chart.Of(ChartSeries.Of(Sheets.Of(Sheets.Guardrail(), [Sheets.Value(99.95m, 3), Sheets.Value(99.2m, 10)]), Rendering.Now), ChartFrame.Wide);

        chart.Expected.ShouldBeEmpty();
        chart.Target.ShouldBeEmpty();
        var band = chart.Bands.ShouldHaveSingleItem();
        band.Y.ShouldBe(ChartFrame.Wide.Top, "at least has no upper bound");
        chart.Values[0].Y.ShouldBeLessThan(band.Y + band.Height);
        chart.Values[1].Y.ShouldBeGreaterThan(band.Y + band.Height);
    }

    [Fact]
    public void A_Forecast_Far_Away_Leaves_The_Picture_And_Presses_Nothing_Flat()
    {
        var sheet = Sheets.Of(Sheets.Moving(), [Sheets.Value(12, 0), Sheets.Value(20, 0.2), Sheets.Value(28, 0.4), Sheets.Value(36, 0.6)]);
        var chart = Chart.Of(ChartSeries.Of(sheet, Rendering.Now), ChartFrame.Wide);

        chart.IsForecastBeyond.ShouldBeTrue();
        chart.Forecast[^1].Y.ShouldBe(ChartFrame.Wide.Top);
        chart.Forecast[^1].X.ShouldBeLessThan(ChartFrame.Wide.Right / 2);
    }

    [Fact]
    public void Notes_Too_Near_To_Each_Other_Share_A_Marker()
    {
        var sheet = Sheets.Healthy() with { CheckIns = [Sheets.CheckIn(3), Sheets.CheckIn(4, note: null), Sheets.CheckIn(4.5), Sheets.CheckIn(30)] };

        Chart.Of(ChartSeries.Of(sheet, Rendering.Now), ChartFrame.Compact).Markers.Select(m => (m.First, m.Last)).ShouldBe([(1, 2), (3, 3)]);
    }

    [Fact]
    public void Values_Long_Before_The_Cycle_Are_Left_To_The_Table()
    {
        var series = ChartSeries.Of(Sheets.Of(Sheets.Moving(), [Sheets.Value(15, -300), Sheets.Value(14, -20), Sheets.Value(11, 5)]), Rendering.Now);

        series.Earlier.ShouldBe(1);
        series.Values.Select(v => v.Value).ShouldBe([14, 11]);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(9_999, "9,999")]
    [InlineData(12_000, "12k")]
    [InlineData(-1_500_000, "-1.5M")]
    [InlineData(2_000_000_000, "2B")]
    public void Numbers_At_The_Axis_Are_Short(int value, string text) => ChartNumber.Short(value).ShouldBe(text);

    private static ChartSeries SeriesOf((int Hour, int Value)[] series, decimal unit = 1m)
    {
        var values = PointsOf(series, unit).Select(p => Sheets.Value(p.Value, (p.At - Sheets.Start).TotalDays)).ToList();
        var keyResult = Sheets.Moving() with { From = 12 * unit, To = -4 * unit, Original = new Commitment(12 * unit, -7 * unit, null, null, Sheets.Quarter.End) };
        return ChartSeries.Of(Sheets.Of(keyResult, values), Rendering.Now);
    }

    private static List<SeriesPoint> PointsOf((int Hour, int Value)[] series, decimal unit) =>
        [.. series.OrderBy(s => s.Hour).Select(s => new SeriesPoint(Sheets.Start.AddHours(s.Hour), s.Value * unit))];
}
