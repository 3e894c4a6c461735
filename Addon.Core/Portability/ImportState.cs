namespace Addon.Core.Portability;

/// <summary>Where an import is in its life.</summary>
public enum ImportState
{
    /// <summary>Its file is still being received.</summary>
    Uploading = 0,

    /// <summary>Its file is compared with what is stored; nothing is written.</summary>
    Checking = 1,

    /// <summary>The dry run is done, its report can be read, and it waits for a person.</summary>
    Checked = 2,

    /// <summary>It is written, in one transaction.</summary>
    Importing = 3,

    /// <summary>It is written.</summary>
    Done = 4,

    /// <summary>Nothing of it is written, and the report says why.</summary>
    Failed = 5,

    /// <summary>A person stopped it; nothing of it is written.</summary>
    Cancelled = 6,
}
