namespace Addon.Core.Work;

/// <summary>How much of the work behind a key result is done. Its own number: it never feeds progress.</summary>
/// <param name="Done">Issues in the status category Done.</param>
/// <param name="Total">All issues whose effective answer names the key result.</param>
public readonly record struct Delivery(int Done, int Total)
{
    /// <summary>Done by total, or null without any work.</summary>
    public decimal? Share => Total == 0 ? null : (decimal)Done / Total;
}
