namespace Addon.Web.Answers;

/// <summary>What the person may do with the answer of an issue.</summary>
internal sealed record IssuePermissionsResponse(bool CanEdit);
