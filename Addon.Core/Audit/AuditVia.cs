namespace Addon.Core.Audit;

/// <summary>On which way a change came.</summary>
public enum AuditVia
{
    /// <summary>A person, through a page of ours.</summary>
    Ui = 0,

    /// <summary>The platform: an install, a webhook.</summary>
    Platform = 1,

    /// <summary>A file that a person imported.</summary>
    Import = 2,
}
