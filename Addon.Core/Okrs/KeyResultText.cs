using System.Globalization;

namespace Addon.Core.Okrs;

/// <summary>A key result's numbers as people read them.</summary>
public static class KeyResultText
{
    /// <summary>"from 12 to 4 incidents per month".</summary>
    public static string FromTo(KeyResult keyResult) =>
        $"from {Number(keyResult.From)} to {Amount(keyResult.To, keyResult.Unit)}{PerText(keyResult.Per)}";

    /// <summary>A number with its unit: "4 incidents", "45%".</summary>
    public static string Amount(decimal value, string unit) => unit is "%" ? $"{Number(value)}%" : $"{Number(value)} {unit}";

    /// <summary>A number with thousands separators and at most six decimals, the same in every culture.</summary>
    public static string Number(decimal value) => value.ToString("#,##0.######", CultureInfo.InvariantCulture);

    /// <summary>" per month", or nothing when it is no rate.</summary>
    public static string PerText(KeyResultPeriod per) => per switch
    {
        KeyResultPeriod.Day => " per day",
        KeyResultPeriod.Week => " per week",
        KeyResultPeriod.Month => " per month",
        _ => "",
    };
}
