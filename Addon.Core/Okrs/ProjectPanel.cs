#pragma warning disable MA0048 // One read model, read together.
using Addon.Core.Common;
using Addon.Core.Work;

namespace Addon.Core.Okrs;

/// <summary>Everything that a project's key result panel shows, read in one round trip.</summary>
/// <param name="Scope">The team scope of the project, or null before its first objective.</param>
/// <param name="Objectives">The team's objectives, by number.</param>
/// <param name="CompanyObjectives">The company's objectives, by number: what a team objective can serve.</param>
public sealed record ProjectPanel(Scope? Scope, IReadOnlyList<PanelObjective> Objectives, IReadOnlyList<PanelObjective> CompanyObjectives);

/// <summary>One objective of the panel.</summary>
/// <param name="Objective">The objective.</param>
/// <param name="CycleName">Its cycle's name.</param>
/// <param name="Above">The objectives above it, nearest first; empty when it stands alone.</param>
/// <param name="KeyResults">Its key results, by number.</param>
public sealed record PanelObjective(Objective Objective, string CycleName, IReadOnlyList<LineStep> Above, IReadOnlyList<PanelKeyResult> KeyResults);

/// <summary>One key result of the panel.</summary>
/// <param name="KeyResult">The key result.</param>
/// <param name="Delivery">The work behind it, inherited work included; a number of its own. Null at the company's key results: a team's page does not count every team's work.</param>
/// <param name="Issues">The issues behind it, those changed last first, at most <see cref="MostIssues"/>.</param>
/// <param name="LastNote">The note of the current value, or null.</param>
public sealed record PanelKeyResult(KeyResult KeyResult, Delivery? Delivery, IReadOnlyList<LinkedIssue> Issues, string? LastNote)
{
    /// <summary>How many issues one key result lists; the rest is counted in <see cref="Delivery"/>.</summary>
    public const int MostIssues = 20;
}

/// <summary>An issue behind a key result. No title: whether this person may read it is Jira's to say.</summary>
/// <param name="Issue">Jira's id.</param>
/// <param name="Key">The issue key.</param>
/// <param name="StatusName">The status.</param>
/// <param name="StatusCategory">Its family.</param>
/// <param name="Inherited">Whether it moves the key result through an ancestor's answer.</param>
public sealed record LinkedIssue(IssueId Issue, string Key, string StatusName, StatusCategory StatusCategory, bool Inherited);
