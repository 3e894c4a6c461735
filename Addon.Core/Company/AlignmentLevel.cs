namespace Addon.Core.Company;

/// <summary>How well the objectives below the company are connected.</summary>
public enum AlignmentLevel
{
    /// <summary>Less than 80 % are.</summary>
    Low = 0,

    /// <summary>80 % and more.</summary>
    Watch = 1,

    /// <summary>90 % and more.</summary>
    Healthy = 2,
}
