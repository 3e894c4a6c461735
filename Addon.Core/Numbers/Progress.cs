namespace Addon.Core.Numbers;

/// <summary>How far a measured value has gone from "from" to "to". Never mixed with delivery or confidence.</summary>
/// <param name="Raw">The signed share: 0 at from, 1 at to, below 0 when it got worse, above 1 when it went beyond.</param>
public readonly record struct Progress(decimal Raw)
{
    /// <summary>The share that counts: <see cref="Raw"/> held between 0 and 1.</summary>
    public decimal Counted => Math.Clamp(Raw, 0m, 1m);

    /// <summary>Whether the value is worse than where it began.</summary>
    public bool IsRegressing => Raw < 0m;

    /// <summary>One signed formula for both directions: (current - from) / (to - from).</summary>
    /// <exception cref="ArgumentException"><paramref name="from"/> equals <paramref name="to"/>: there is no way to go.</exception>
    public static Progress Of(decimal from, decimal to, decimal current) => from == to
        ? throw new ArgumentException("A key result needs a from that differs from its to.", nameof(to))
        : new Progress((current - from) / (to - from));
}
