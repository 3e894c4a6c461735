namespace Addon.Core.Lint;

/// <summary>Two numbers in a title of which one is the start and one the target.</summary>
/// <param name="From">The start.</param>
/// <param name="To">The target.</param>
internal sealed record Pair(Amount From, Amount To)
{
    /// <summary>Where the later of the two begins.</summary>
    public int LastStart => Math.Max(From.Start, To.Start);

    /// <summary>Where the earlier of the two ends.</summary>
    public int FirstEnd => Math.Min(From.End, To.End);

    /// <summary>Where the later of the two ends.</summary>
    public int LastEnd => Math.Max(From.End, To.End);
}
