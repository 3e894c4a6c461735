namespace Addon.Core.Company;

/// <summary>The share of the active objectives below the company whose connection upwards is said (okr-rules D9): they serve another, or say why they stand alone.</summary>
/// <param name="Said">How many of them.</param>
/// <param name="Total">How many there are, also of teams that a person cannot see: the share is the company's.</param>
public sealed record Alignment(int Said, int Total)
{
    /// <summary>From this share on it is healthy.</summary>
    public const decimal Healthy = 0.9m;

    /// <summary>From this share on it is to be watched; below it is low.</summary>
    public const decimal Watch = 0.8m;

    /// <summary>The share, 0 to 1; null when there is no such objective.</summary>
    public decimal? Share => Total == 0 ? null : (decimal)Said / Total;

    /// <summary>The share in a word; null when there is none.</summary>
    public AlignmentLevel? Level => Share switch
    {
        null => null,
        >= Healthy => AlignmentLevel.Healthy,
        >= Watch => AlignmentLevel.Watch,
        _ => AlignmentLevel.Low,
    };
}
