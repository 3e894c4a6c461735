using Addon.Core.Common;

namespace Addon.Core.KeyResults;

/// <summary>Reads the issues behind a key result. For <see cref="ListLinkedIssues"/> only, which asks Jira who may see them.</summary>
public interface ILinkedIssueReader
{
    /// <summary>A part of the issues in one database round trip.</summary>
    /// <param name="tenant">The site.</param>
    /// <param name="project">The project whose team's key result it has to be, or null for that of any team.</param>
    /// <param name="keyResult">The key result.</param>
    /// <param name="after">How many of them were in the parts before.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null when the key result is not one of that team.</returns>
    Task<UncheckedIssues?> ReadAsync(TenantId tenant, ProjectId? project, KeyResultId keyResult, int after, CancellationToken ct);
}
