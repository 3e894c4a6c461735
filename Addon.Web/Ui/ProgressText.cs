using Addon.Core.KeyResults;
using Addon.Core.Numbers;

namespace Addon.Web.Ui;

/// <summary>Progress as people read it.</summary>
internal static class ProgressText
{
    /// <summary>A whole percentage with its sign, also beyond the target or behind the start: "38%", "113%", "-25%".</summary>
    /// <remarks>Rounding never claims what is not so: just short of the target is 99%, just past the start 1%, just behind it -1%.</remarks>
    public static string Percent(Progress progress)
    {
        var percent = progress.Raw * 100m;
        var whole = percent switch
        {
            > 0m and < 1m => 1m,
            > 99m and < 100m => 99m,
            < 0m and > -1m => -1m,
            _ => decimal.Round(percent, MidpointRounding.AwayFromZero),
        };
        return KeyResultText.Number(whole) + "%";
    }
}
