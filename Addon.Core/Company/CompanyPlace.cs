namespace Addon.Core.Company;

/// <summary>Where in the tree an objective stands that serves nothing shown: the parts of the page, from top to bottom.</summary>
public enum CompanyPlace
{
    /// <summary>At the root: an objective of the company.</summary>
    Company = 0,

    /// <summary>It stands alone, and says why.</summary>
    Standalone = 1,

    /// <summary>An orphan: it neither serves another nor says why not.</summary>
    Unconnected = 2,

    /// <summary>What it serves is not shown here.</summary>
    Elsewhere = 3,
}
