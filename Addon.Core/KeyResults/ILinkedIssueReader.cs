using Addon.Core.Common;

namespace Addon.Core.KeyResults;

/// <summary>Reads the issues behind a key result. For <see cref="ListLinkedIssues"/> only, which asks Jira who may see them.</summary>
public interface ILinkedIssueReader
{
    /// <summary>The issues in one database round trip, or null when the key result is not one of that project's team.</summary>
    Task<UncheckedIssues?> ReadAsync(TenantId tenant, ProjectId project, KeyResultId keyResult, CancellationToken ct);
}
