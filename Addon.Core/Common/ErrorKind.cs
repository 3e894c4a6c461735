namespace Addon.Core.Common;

/// <summary>The family of a refusal.</summary>
public enum ErrorKind
{
    /// <summary>The input breaks a rule; the same input will be refused again.</summary>
    Invalid,

    /// <summary>This person may not do this.</summary>
    Forbidden,

    /// <summary>There is no such thing for this tenant. Another tenant's thing is never "forbidden", always "not found".</summary>
    NotFound,

    /// <summary>The thing has changed since it was read.</summary>
    Conflict,

    /// <summary>Something we need (Jira, the database) does not answer; the same input may work later.</summary>
    Unavailable,
}
