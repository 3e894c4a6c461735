namespace Addon.Sandbox.LocalJira;

/// <summary>One item of a changelog, spelled as Jira spells it.</summary>
/// <param name="Field">The field's display name.</param>
/// <param name="FieldType"><c>jira</c> or <c>custom</c>.</param>
/// <param name="FieldId">The field's id; null for <c>IssueParentAssociation</c>, which has none on a real site either.</param>
/// <param name="From">Id before, or null.</param>
/// <param name="FromString">Text before.</param>
/// <param name="To">Id after, or null.</param>
/// <param name="ToText">Text after.</param>
public sealed record FieldChange(string Field, string FieldType, string? FieldId, string? From, string? FromString, string? To, string? ToText);
