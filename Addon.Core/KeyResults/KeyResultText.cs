using System.Globalization;

namespace Addon.Core.KeyResults;

/// <summary>A key result's numbers as people read them.</summary>
public static class KeyResultText
{
    /// <summary>"from 12 to 4 incidents per month"; of a guardrail its bounds ("at least 99.9% per week"); of a draft what it has so far.</summary>
    public static string FromTo(KeyResult keyResult)
    {
        var unit = keyResult.Unit ?? "";
        return (keyResult.Direction switch
        {
            KeyResultDirection.KeepAtLeast => $"at least {AmountOrUnknown(keyResult.Low, unit)}",
            KeyResultDirection.KeepAtMost => $"at most {AmountOrUnknown(keyResult.High, unit)}",
            KeyResultDirection.KeepBetween => $"between {NumberOrUnknown(keyResult.Low)} and {AmountOrUnknown(keyResult.High, unit)}",
            _ => $"from {NumberOrUnknown(keyResult.From)} to {AmountOrUnknown(keyResult.To, unit)}",
        }) + PerText(keyResult.Per);
    }

    /// <summary>A number with its unit: "4 incidents", "45%".</summary>
    public static string Amount(decimal value, string unit) => unit switch
    {
        "%" => $"{Number(value)}%",
        "" => Number(value),
        _ => $"{Number(value)} {unit}",
    };

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

    private static string NumberOrUnknown(decimal? value) => value is { } known ? Number(known) : "?";

    private static string AmountOrUnknown(decimal? value, string unit) => value is { } known ? Amount(known, unit) : "?";
}
