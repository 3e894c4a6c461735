namespace Addon.Web.KeyResultPage;

/// <summary>Turns instants and values into places in the picture. What lies outside comes to its edge.</summary>
internal sealed class ChartScale
{
    private readonly ChartFrame _frame;
    private readonly DateTimeOffset _first;
    private readonly TimeSpan _span;

    public ChartScale(ChartFrame frame, DateTimeOffset first, DateTimeOffset last, decimal low, decimal high)
    {
        _frame = frame;
        _first = first;
        _span = last > first ? last - first : TimeSpan.FromDays(1);
        (Low, High) = low == high ? Around(low) : (low, high);
    }

    /// <summary>The value at the bottom.</summary>
    public decimal Low { get; }

    /// <summary>The value at the top.</summary>
    public decimal High { get; }

    public ChartPoint At(DateTimeOffset instant, decimal value) => new(X(instant), Y(value));

    public double X(DateTimeOffset instant) =>
        _frame.Left + ((_frame.Right - _frame.Left) * Math.Clamp((double)(instant - _first).Ticks / _span.Ticks, 0, 1));

    public double Y(decimal value) =>
        _frame.Bottom - ((_frame.Bottom - _frame.Top) * Math.Clamp((double)((Math.Clamp(value, Low, High) - Low) / (High - Low)), 0, 1));

    /// <summary>One value alone gets room on both sides.</summary>
    private static (decimal Low, decimal High) Around(decimal value)
    {
        var room = value == 0 ? 1 : Math.Abs(value) / 10;
        return (value - room, value + room);
    }
}
