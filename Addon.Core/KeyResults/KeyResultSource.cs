namespace Addon.Core.KeyResults;

/// <summary>Where a value came from.</summary>
public enum KeyResultSource
{
    /// <summary>A person typed it.</summary>
    Manual = 0,

    /// <summary>The number of issues that a JQL query finds.</summary>
    JqlCount = 1,

    /// <summary>The sum of a number field over the issues that a JQL query finds.</summary>
    JqlSum = 2,

    /// <summary>The linked work that is done.</summary>
    LinkedWork = 3,

    /// <summary>A program, through the API.</summary>
    Api = 4,

    /// <summary>An import.</summary>
    Import = 5,
}
