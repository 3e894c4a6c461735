using System.Collections.Frozen;

namespace Addon.Core.Lint;

/// <summary>The units whose size is known. A kilobyte has 1,000 bytes, a kibibyte 1,024; months and years have no one length and are left alone.</summary>
internal static class Units
{
    private static readonly FrozenDictionary<string, (Dimension Dimension, decimal Factor)> Known = Table().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, decimal> Scales = new Dictionary<string, decimal>(StringComparer.OrdinalIgnoreCase)
    {
        ["k"] = 1_000,
        ["thousand"] = 1_000,
        ["thousands"] = 1_000,
        ["mn"] = 1_000_000,
        ["mio"] = 1_000_000,
        ["million"] = 1_000_000,
        ["millions"] = 1_000_000,
        ["bn"] = 1_000_000_000,
        ["billion"] = 1_000_000_000,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the size of <paramref name="unit"/> is known.</summary>
    public static bool IsKnown(string unit) => Known.ContainsKey(unit);

    /// <summary>What <paramref name="word"/> multiplies by: k, million. A lone "M" is a million and a lone "m" a metre or a minute, unless it is about money.</summary>
    public static decimal? ScaleOf(string word, bool isMoney) =>
        word == "M" || (isMoney && word == "m") ? 1_000_000
        : isMoney && word is "b" or "B" ? 1_000_000_000
        : Scales.TryGetValue(word, out var scale) ? scale : null;

    /// <summary>The kind of <paramref name="unit"/> and how many of the kind's smallest it is: "k€" is money, a thousand.</summary>
    public static (Dimension Dimension, decimal Factor) Of(string? unit)
    {
        var text = unit?.Trim() ?? "";
        if (Known.TryGetValue(text, out var known))
        {
            return known;
        }

        var (scale, rest) = SplitScale(text);
        var (dimension, factor) = Known.GetValueOrDefault(rest, (Dimension.Other, 1));
        return (dimension, factor * scale);
    }

    /// <summary>One spelling for units that mean the same, to compare them: "percent" and "%".</summary>
    public static string Canonical(string? unit)
    {
        var text = (unit ?? "").Trim().ToUpperInvariant();
        return Known.TryGetValue(text, out var known) && known.Dimension != Dimension.Money ? $"{known.Dimension}:{known.Factor}" : text;
    }

    private static (decimal Scale, string Unit) SplitScale(string unit)
    {
        var space = unit.IndexOf(' ', StringComparison.Ordinal);
        var word = space < 0 ? unit : unit[..space];
        if (ScaleOf(word, isMoney: false) is { } scale)
        {
            return (scale, space < 0 ? "" : unit[(space + 1)..]);
        }

        // k€, M$, kEUR
        return unit.Length > 1 && Known.TryGetValue(unit[1..], out var rest) && rest.Dimension == Dimension.Money && ScaleOf(unit[..1], isMoney: true) is { } prefix
            ? (prefix, unit[1..])
            : (1, unit);
    }

    private static Dictionary<string, (Dimension, decimal)> Table()
    {
        Dictionary<string, (Dimension, decimal)> table = [];
        void Add(Dimension dimension, decimal factor, params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                table.Add(name, (dimension, factor));
            }
        }

        Add(Dimension.Share, 1, "%", "percent", "pct", "pp", "percentage points", "percentage point");
        Add(Dimension.Share, 100, "ratio", "fraction");
        Add(Dimension.Time, 1, "ms", "msec", "millisecond", "milliseconds");
        Add(Dimension.Time, 1_000, "s", "sec", "secs", "second", "seconds");
        Add(Dimension.Time, 60_000, "min", "mins", "minute", "minutes");
        Add(Dimension.Time, 3_600_000, "h", "hr", "hrs", "hour", "hours");
        Add(Dimension.Time, 86_400_000, "d", "day", "days");
        Add(Dimension.Time, 604_800_000, "w", "wk", "week", "weeks");
        Add(Dimension.Data, 1_000, "KB", "kilobytes");
        Add(Dimension.Data, 1_000_000, "MB", "megabytes");
        Add(Dimension.Data, 1_000_000_000, "GB", "gigabytes");
        Add(Dimension.Data, 1_000_000_000_000, "TB", "terabytes");
        Add(Dimension.Data, 1_024, "KiB");
        Add(Dimension.Data, 1_048_576, "MiB");
        Add(Dimension.Data, 1_073_741_824, "GiB");
        Add(Dimension.Money, 1, "€", "$", "£", "¥", "₹", "USD", "EUR", "GBP", "CHF", "JPY", "euro", "euros", "dollar", "dollars");
        return table;
    }
}
