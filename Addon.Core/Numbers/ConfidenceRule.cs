namespace Addon.Core.Numbers;

/// <summary>What a confidence of 0 to 10 means.</summary>
public static class ConfidenceRule
{
    /// <summary>The least that is high.</summary>
    public const int High = 7;

    /// <summary>The least that is medium.</summary>
    public const int Medium = 4;

    /// <summary>The level of <paramref name="confidence"/>.</summary>
    public static ConfidenceLevel LevelOf(int confidence) => confidence switch
    {
        >= High => ConfidenceLevel.High,
        >= Medium => ConfidenceLevel.Medium,
        _ => ConfidenceLevel.Low,
    };
}
