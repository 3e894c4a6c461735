#pragma warning disable MA0048 // The small parts of one drawing.
namespace Addon.Web.KeyResultPage;

/// <summary>The picture and, within it, the place where the numbers are drawn.</summary>
internal sealed record ChartFrame(double Width, double Height, double Left, double Top, double Right, double Bottom)
{
    /// <summary>Where there is room.</summary>
    public static readonly ChartFrame Wide = new(760, 300, 64, 12, 748, 236);

    /// <summary>For a telephone: as wide as it is shown, so that its letters stay as large as they are.</summary>
    public static readonly ChartFrame Compact = new(340, 260, 48, 12, 332, 196);

    /// <summary>The most labels that fit below without touching each other.</summary>
    public int MostTimeTicks => (int)((Right - Left) / 64);
}

/// <summary>A place in the picture.</summary>
internal readonly record struct ChartPoint(double X, double Y);

/// <summary>A line of the grid with its words.</summary>
internal readonly record struct ChartTick(double At, string Label);

/// <summary>A stretch of time with its bounds, as a rectangle.</summary>
internal readonly record struct ChartBand(double X, double Y, double Width, double Height);

/// <summary>Notes that stand at one place: the numbers of the first and the last of them.</summary>
internal readonly record struct ChartMarker(double X, int First, int Last);

/// <summary>From when on which target holds.</summary>
internal readonly record struct TargetStep(DateTimeOffset At, decimal? To, decimal? Low, decimal? High);
