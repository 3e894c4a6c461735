using Addon.Core.Common;

namespace Addon.Web.Jira;

internal static class JiraErrors
{
    /// <summary>No answer in time, an answer that says "not now", or one that says that our call was not accepted: all may be different later.</summary>
    public static readonly DomainError Unavailable =
        new(ErrorKind.Unavailable, "jira.unavailable", "Jira does not answer at the moment. Try again in a minute.");

    public static readonly DomainError NotInstalled =
        new(ErrorKind.Unavailable, "jira.not_installed", "The app is not installed on this site.");

    /// <summary>An answer without what Jira's own description promises.</summary>
    public static readonly DomainError Unreadable =
        new(ErrorKind.Unavailable, "jira.unreadable", "Jira's answer cannot be read.");
}
