namespace Addon.Sandbox.LocalJira;

/// <summary>One seeded issue and what hangs below it.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Status">Its status.</param>
/// <param name="Summary">Its summary.</param>
/// <param name="Points">Its story points, or none.</param>
/// <param name="Sprint">The sprint: 1 closed, 2 active, 3 future, or 0 for the backlog.</param>
/// <param name="Children">The issues below it.</param>
internal sealed record SeedIssue(JiraIssueType Type, JiraStatus Status, string Summary, decimal? Points, int Sprint, params IReadOnlyList<SeedIssue> Children);
