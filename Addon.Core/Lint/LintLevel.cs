namespace Addon.Core.Lint;

/// <summary>How much a finding weighs.</summary>
public enum LintLevel
{
    /// <summary>Stops activation; a draft saves all the same. Cannot be accepted away.</summary>
    Block = 0,

    /// <summary>Probably worth another look; can be accepted.</summary>
    Warn = 1,

    /// <summary>A thought; can be accepted.</summary>
    Hint = 2,
}
