#pragma warning disable MA0048 // One read model, read together.
using Addon.Core.KeyResults;
using Addon.Core.Objectives;
using Addon.Core.Scopes;
using Addon.Core.Work;

namespace Addon.Core.ProjectPage;

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
/// <param name="Inherited">How many of these issues move it through an ancestor's answer.</param>
/// <param name="LastNote">The note of the current value, or null.</param>
public sealed record PanelKeyResult(KeyResult KeyResult, Delivery? Delivery, int Inherited, string? LastNote);
