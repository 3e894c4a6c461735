namespace Addon.Web.KeyResultPage;

/// <summary>A chart as places in a picture. Pure: the same series and frame give the same picture.</summary>
internal sealed record Chart
{
    /// <summary>Two markers nearer than this are one: they would cover each other, and a finger could not tell them apart.</summary>
    private const double MarkerRoom = 28;

    public required ChartFrame Frame { get; init; }

    public required IReadOnlyList<ChartTick> TimeTicks { get; init; }

    public required IReadOnlyList<ChartTick> ValueTicks { get; init; }

    /// <summary>The values, thinned out; a line and its dots.</summary>
    public required IReadOnlyList<ChartPoint> Values { get; init; }

    public required IReadOnlyList<ChartPoint> Expected { get; init; }

    /// <summary>The target as a line with steps.</summary>
    public required IReadOnlyList<ChartPoint> Target { get; init; }

    /// <summary>The bounds of a guardrail: what is good, by the time in which it holds.</summary>
    public required IReadOnlyList<ChartBand> Bands { get; init; }

    /// <summary>The heights of what was promised at activation.</summary>
    public required IReadOnlyList<double> Originals { get; init; }

    /// <summary>From the last value to the forecast, or to where it leaves the picture; empty without a forecast.</summary>
    public required IReadOnlyList<ChartPoint> Forecast { get; init; }

    /// <summary>Whether the forecast is so far away that the picture does not reach it.</summary>
    public required bool IsForecastBeyond { get; init; }

    public required IReadOnlyList<ChartMarker> Markers { get; init; }

    public required double? Now { get; init; }

    public required double? Due { get; init; }

    /// <summary>Draws <paramref name="series"/> into <paramref name="frame"/>.</summary>
    public static Chart Of(ChartSeries series, ChartFrame frame)
    {
        var first = series.Values.Count > 0 && series.Values[0].At < series.Start ? series.Values[0].At : series.Start;
        var last = series.Values.Count > 0 && series.Values[^1].At > series.End ? series.Values[^1].At : series.End;
        var (low, high) = RangeOf(series);
        var isBeyond = series.Forecast is { } far && IsFar(far.Value, low, high);
        if (series.Forecast is { } near && !isBeyond)
        {
            (low, high) = (Math.Min(low, near.Value), Math.Max(high, near.Value));
        }

        var (bottom, top, step) = ChartTicks.Around(low, high);
        var scale = new ChartScale(frame, first, last, bottom, top);
        return new Chart
        {
            Frame = frame,
            TimeTicks = TimeTicksOf(series, scale, first, last, frame),
            ValueTicks = [.. Steps(bottom, top, step).Select(v => new ChartTick(scale.Y(v), ChartNumber.Short(v)))],
            Values = [.. ChartThinning.Of(series.Values).Select(v => scale.At(v.At, v.Value))],
            Expected = [.. series.Expected.Select(v => scale.At(v.At, v.Value))],
            Target = TargetOf(series, scale, last),
            Bands = BandsOf(series, scale, last),
            Originals = series.Original is { } original ? [.. Bounds(original).Select(scale.Y)] : [],
            Forecast = ForecastOf(series, scale),
            IsForecastBeyond = isBeyond,
            Markers = MarkersOf(series, scale),
            Now = series.Now is { } now ? scale.X(now) : null,
            Due = series.Due is { } due ? scale.X(due) : null,
        };
    }

    /// <summary>Everything that has to be in the picture whatever happens; the forecast only if it does not press the rest flat.</summary>
    private static (decimal Low, decimal High) RangeOf(ChartSeries series)
    {
        List<decimal> shown =
        [
            .. series.Values.Select(v => v.Value),
            .. series.Expected.Select(v => v.Value),
            .. series.Targets.SelectMany(Bounds),
        ];
        if (series.Original is { } original)
        {
            shown.AddRange(Bounds(original));
        }

        return shown.Count == 0 ? (0, 1) : (shown.Min(), shown.Max());
    }

    private static bool IsFar(decimal value, decimal low, decimal high) => value > high + (high - low) || value < low - (high - low);

    private static IEnumerable<decimal> Bounds(TargetStep step) => new[] { step.To, step.Low, step.High }.OfType<decimal>();

    private static IEnumerable<decimal> Steps(decimal bottom, decimal top, decimal step)
    {
        for (var value = bottom; value <= top; value += step)
        {
            yield return value;
        }
    }

    private static List<ChartTick> TimeTicksOf(ChartSeries series, ChartScale scale, DateTimeOffset first, DateTimeOffset last, ChartFrame frame)
    {
        var (from, to) = (DayOf(first), DayOf(last.AddTicks(-1)));
        return
        [
            .. ChartTicks.Days(from, to, frame.MostTimeTicks)
                .Select(d => (At: ChartSeries.StartOf(d.Day, series.Zone), d.Label))
                .Where(d => d.At >= first && d.At <= last)
                .Select(d => new ChartTick(scale.X(d.At), d.Label)),
        ];

        DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, series.Zone).DateTime);
    }

    private static List<ChartPoint> TargetOf(ChartSeries series, ChartScale scale, DateTimeOffset last)
    {
        List<ChartPoint> corners = [];
        foreach (var (step, until) in Stretches(series, last).Where(s => s.Step.To is not null))
        {
            corners.Add(scale.At(step.At, step.To!.Value));
            corners.Add(scale.At(until, step.To.Value));
        }

        return corners;
    }

    private static List<ChartBand> BandsOf(ChartSeries series, ChartScale scale, DateTimeOffset last) =>
    [
        .. Stretches(series, last)
            .Where(s => s.Step.Low is not null || s.Step.High is not null)
            .Select(s =>
            {
                var (left, right) = (scale.X(s.Step.At), scale.X(s.Until));
                var (top, bottom) = (scale.Y(s.Step.High ?? scale.High), scale.Y(s.Step.Low ?? scale.Low));
                return new ChartBand(left, top, right - left, bottom - top);
            }),
    ];

    private static IEnumerable<(TargetStep Step, DateTimeOffset Until)> Stretches(ChartSeries series, DateTimeOffset last) =>
        series.Targets.Select((step, i) => (step, i + 1 < series.Targets.Count ? series.Targets[i + 1].At : last));

    private static List<ChartPoint> ForecastOf(ChartSeries series, ChartScale scale)
    {
        if (series.Forecast is not { } forecast || series.Values.Count == 0 || series.Values[^1].At >= forecast.At)
        {
            return [];
        }

        var current = series.Values[^1];
        var (begin, end) = (scale.At(current.At, current.Value), scale.At(forecast.At, forecast.Value));
        if (forecast.Value >= scale.Low && forecast.Value <= scale.High)
        {
            return [begin, end];
        }

        // As steep as it is, up to the edge.
        var edge = forecast.Value > scale.High ? scale.High : scale.Low;
        var share = (double)Math.Clamp((edge - current.Value) / (forecast.Value - current.Value), 0m, 1m);
        return [begin, new ChartPoint(begin.X + ((end.X - begin.X) * share), scale.Y(edge))];
    }

    private static List<ChartMarker> MarkersOf(ChartSeries series, ChartScale scale)
    {
        List<ChartMarker> markers = [];
        foreach (var (index, at) in series.Notes.Index())
        {
            var x = scale.X(at);
            if (markers.Count > 0 && x - markers[^1].X < MarkerRoom)
            {
                markers[^1] = markers[^1] with { Last = index + 1 };
            }
            else
            {
                markers.Add(new ChartMarker(x, index + 1, index + 1));
            }
        }

        return markers;
    }
}
