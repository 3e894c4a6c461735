using System.Globalization;
using System.Xml.Linq;
using Microsoft.AspNetCore.Components;

namespace Addon.Web.KeyResultPage;

/// <summary>A chart as SVG: what it shows is one picture for those who hear it, its markers are links of their own.</summary>
/// <remarks>Not a .razor file, where an element named "text" means something else. It holds numbers and days only, nothing that a person wrote.</remarks>
internal sealed class ChartDrawing
{
    private const double Dot = 3;

    private const double MarkerRadius = 12;

    private ChartDrawing(Chart chart) => Chart = chart;

    private Chart Chart { get; }

    /// <summary>The picture.</summary>
    /// <param name="chart">What to draw.</param>
    /// <param name="name">A word that makes its ids unique in the page.</param>
    /// <param name="words">What the picture shows, in sentences.</param>
    public static MarkupString Of(Chart chart, string name, string words) => new(new ChartDrawing(chart).Draw(name, words));

    private string Draw(string name, string words)
    {
        var frame = Chart.Frame;
        var svg = new XElement(
            "svg",
            new XAttribute("class", $"chart chart-{name}"),
            new XAttribute("viewBox", $"0 0 {Text(frame.Width)} {Text(frame.Height)}"),
            new XAttribute("focusable", "false"),
            new XElement(
                "g",
                new XAttribute("role", "img"),
                new XAttribute("aria-labelledby", $"chart-{name}-title"),
                new XAttribute("aria-describedby", $"chart-{name}-desc"),
                new XElement("title", new XAttribute("id", $"chart-{name}-title"), "The values over time"),
                new XElement("desc", new XAttribute("id", $"chart-{name}-desc"), words),
                Grid(),
                Lines(),
                Dots(),
                Days()),
            Chart.Markers.Select(Marker));
        return svg.ToString(SaveOptions.DisableFormatting);
    }

    private IEnumerable<XElement> Grid()
    {
        var frame = Chart.Frame;
        foreach (var tick in Chart.ValueTicks)
        {
            yield return Line("chart-grid", frame.Left, tick.At, frame.Right, tick.At);
            yield return Label("chart-label chart-label-value", frame.Left - 6, tick.At + 4, tick.Label);
        }

        foreach (var tick in Chart.TimeTicks)
        {
            yield return Line("chart-tick", tick.At, frame.Bottom, tick.At, frame.Bottom + 4);
            yield return Label("chart-label", Math.Clamp(tick.At, frame.Left + 8, frame.Right - 16), frame.Bottom + 18, tick.Label);
        }
    }

    private IEnumerable<XElement> Lines()
    {
        foreach (var band in Chart.Bands)
        {
            yield return Element("rect", "chart-band", ("x", Text(band.X)), ("y", Text(band.Y)), ("width", Text(band.Width)), ("height", Text(band.Height)));
        }

        foreach (var height in Chart.Originals)
        {
            yield return Line("chart-original", Chart.Frame.Left, height, Chart.Frame.Right, height);
        }

        foreach (var (name, points) in (IEnumerable<(string, IReadOnlyList<ChartPoint>)>)
            [("chart-expected", Chart.Expected), ("chart-target", Chart.Target), ("chart-forecast", Chart.Forecast), ("chart-values", Chart.Values)])
        {
            if (points.Count > 1)
            {
                yield return Element("polyline", name, ("points", string.Join(' ', points.Select(p => $"{Text(p.X)},{Text(p.Y)}"))));
            }
        }
    }

    private IEnumerable<XElement> Dots()
    {
        foreach (var value in Chart.Values)
        {
            yield return Element("circle", "chart-dot", ("cx", Text(value.X)), ("cy", Text(value.Y)), ("r", Text(Dot)));
        }

        if (Chart.Forecast.Count > 0)
        {
            var (x, y) = (Chart.Forecast[^1].X, Chart.Forecast[^1].Y);
            yield return Element("path", "chart-diamond", ("d", $"M{Text(x)} {Text(y - 5)}L{Text(x + 5)} {Text(y)}L{Text(x)} {Text(y + 5)}L{Text(x - 5)} {Text(y)}Z"));
        }
    }

    private IEnumerable<XElement> Days()
    {
        var frame = Chart.Frame;
        if (Chart.Due is { } due)
        {
            yield return Line("chart-due", due, frame.Top, due, frame.Bottom);
        }

        if (Chart.Now is { } now)
        {
            yield return Line("chart-now", now, frame.Top, now, frame.Bottom);
        }
    }

    private XElement Marker(ChartMarker marker)
    {
        var words = marker.First == marker.Last ? Number(marker.First) : $"{Number(marker.First)}-{Number(marker.Last)}";
        var y = Chart.Frame.Bottom + 40;
        var x = Math.Clamp(marker.X, MarkerRadius + 2, Chart.Frame.Width - MarkerRadius - 2);
        return new XElement(
            "a",
            new XAttribute("class", "chart-marker"),
            new XAttribute("href", $"#note-{Number(marker.First)}"),
            new XAttribute("aria-label", $"Check-in {(marker.First == marker.Last ? "note" : "notes")} {words}"),
            Line("chart-stem", x, Chart.Frame.Bottom, x, y - MarkerRadius),
            Element("rect", "chart-marker-back", ("x", Text(x - MarkerRadius - 1)), ("y", Text(y - MarkerRadius)), ("width", Text((MarkerRadius * 2) + 2)), ("height", Text(MarkerRadius * 2)), ("rx", Text(MarkerRadius))),
            Label("chart-marker-number", x, y + 4, words));
    }

    private static XElement Line(string name, double x1, double y1, double x2, double y2) =>
        Element("line", name, ("x1", Text(x1)), ("y1", Text(y1)), ("x2", Text(x2)), ("y2", Text(y2)));

    private static XElement Label(string name, double x, double y, string words) =>
        new("text", new XAttribute("class", name), new XAttribute("x", Text(x)), new XAttribute("y", Text(y)), words);

    private static XElement Element(string element, string name, params IEnumerable<(string Name, string Value)> attributes) =>
        new(element, new XAttribute("class", name), attributes.Select(a => new XAttribute(a.Name, a.Value)));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);
}
