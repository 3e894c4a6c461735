namespace Addon.Core.Lint;

/// <summary>A title, read once for all text rules.</summary>
internal sealed class TitleReading
{
    private TitleReading(string title, string text)
    {
        Title = title;
        Text = text;
        Masked = NumberNoise.Remove(text);
        Amounts = AmountScanner.Scan(Masked);
        Pairs = PairFinder.Find(Masked, Amounts);
        Bound = Pairs.Count == 0 ? BoundFinder.Find(Masked, Amounts) : null;
    }

    /// <summary>The whole title without the spaces around it.</summary>
    public string Title { get; }

    /// <summary>What the text rules read; see <see cref="TitleText"/>.</summary>
    public string Text { get; }

    /// <summary><see cref="Text"/> without noise; see <see cref="NumberNoise"/>.</summary>
    public string Masked { get; }

    /// <summary>The numbers.</summary>
    public IReadOnlyList<Amount> Amounts { get; }

    /// <summary>The starts with their targets.</summary>
    public IReadOnlyList<Pair> Pairs { get; }

    /// <summary>The bounds of a guardrail, or null.</summary>
    public Bound? Bound { get; }

    /// <summary>Whether a start and a target stand there.</summary>
    public bool HasPair => Pairs.Count > 0;

    /// <summary>Whether the title is about moving or keeping a number: it cannot be a piece of work then.</summary>
    public bool HasMeasure => HasPair || Bound is not null;

    /// <summary>The numbers of each pair, or of the bounds; empty when there are none.</summary>
    public IReadOnlyList<ParsedTarget> Targets => HasPair ? [.. Pairs.Select(p => TargetOf.Pair(Masked, p))] : Bound is { } bound ? [TargetOf.Bound(Masked, bound)] : [];

    /// <summary>Reads <paramref name="title"/>.</summary>
    public static TitleReading Of(string? title) => new((title ?? "").Trim(), TitleText.Normalise(title));
}
