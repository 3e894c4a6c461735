namespace Addon.Core.Portability;

/// <summary>What kind of file it is.</summary>
public enum ImportFormat
{
    /// <summary>A table, one key result per row.</summary>
    Csv = 0,

    /// <summary>A document with everything.</summary>
    Json = 1,
}
