#pragma warning disable MA0048 // One read model, read together.
using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Numbers;
using Addon.Core.Objectives;
using Addon.Core.Scopes;
using Addon.Core.Work;

namespace Addon.Core.ProjectPage;

/// <summary>Everything that a project's key result panel shows, read in one round trip.</summary>
/// <param name="Team">The team of the project with its objectives, or null before its first.</param>
/// <param name="Above">What stands above it, the nearest first: its departments and the company. The company is there without a team, too.</param>
public sealed record ProjectPanel(PanelScope? Team, IReadOnlyList<PanelScope> Above);

/// <summary>A scope of the panel.</summary>
/// <param name="Scope">The scope.</param>
/// <param name="Objectives">Its objectives, by number.</param>
public sealed record PanelScope(Scope Scope, IReadOnlyList<PanelObjective> Objectives);

/// <summary>One objective of the panel.</summary>
/// <param name="Objective">The objective.</param>
/// <param name="Cycle">Its cycle.</param>
/// <param name="Above">The objectives above it, nearest first; empty when it stands alone.</param>
/// <param name="KeyResults">Its key results, by number.</param>
public sealed record PanelObjective(Objective Objective, Cycle Cycle, IReadOnlyList<LineStep> Above, IReadOnlyList<PanelKeyResult> KeyResults)
{
    /// <summary>The cycle of what it serves directly, or null when it serves nothing.</summary>
    public Cycle? ParentCycle { get; init; }

    /// <summary>Whether it has days that what it serves does not have.</summary>
    public bool IsPeriodMismatch => ParentCycle is { } parent && PeriodRule.IsMismatch(Cycle, parent);
}

/// <summary>One key result of the panel.</summary>
/// <param name="KeyResult">The key result.</param>
/// <param name="Delivery">The work behind it, inherited work included; a number of its own. Null above the team: a team's page does not count every team's work.</param>
/// <param name="Inherited">How many of these issues move it through an ancestor's answer.</param>
public sealed record PanelKeyResult(KeyResult KeyResult, Delivery? Delivery, int Inherited);

/// <summary>A key result with everything that is computed of it, at one instant.</summary>
/// <param name="Item">What was read.</param>
/// <param name="Numbers">What was computed.</param>
public sealed record JudgedKeyResult(PanelKeyResult Item, KeyResultNumbers Numbers)
{
    /// <summary>The key result.</summary>
    public KeyResult KeyResult => Item.KeyResult;

    /// <summary>The key results of <paramref name="objective"/>, judged in one scope at one instant.</summary>
    public static IReadOnlyList<JudgedKeyResult> Of(PanelObjective objective, Scope scope, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return [.. objective.KeyResults.Select(k => new JudgedKeyResult(k, KeyResultNumbers.Of(k.KeyResult, objective.Cycle, scope, now)))];
    }
}
