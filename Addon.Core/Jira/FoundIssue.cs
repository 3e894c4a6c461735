using Addon.Core.Work;

namespace Addon.Core.Jira;

/// <summary>What Jira says of one issue.</summary>
/// <param name="Snapshot">The issue, or null when there is none.</param>
public sealed record FoundIssue(IssueSnapshot? Snapshot);
