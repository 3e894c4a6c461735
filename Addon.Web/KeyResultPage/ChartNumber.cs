using System.Globalization;
using Addon.Core.KeyResults;

namespace Addon.Web.KeyResultPage;

/// <summary>Numbers at the axis: short, since the table has them exactly.</summary>
internal static class ChartNumber
{
    /// <summary>With k, M, B or T from ten thousand on: "12k", "1.5M".</summary>
    public static string Short(decimal value)
    {
        var (divisor, sign) = Math.Abs(value) switch
        {
            >= 1_000_000_000_000m => (1_000_000_000_000m, "T"),
            >= 1_000_000_000m => (1_000_000_000m, "B"),
            >= 1_000_000m => (1_000_000m, "M"),
            >= 10_000m => (1_000m, "k"),
            _ => (1m, ""),
        };
        return (divisor == 1m ? KeyResultText.Number(value) : (value / divisor).ToString("0.##", CultureInfo.InvariantCulture)) + sign;
    }
}
