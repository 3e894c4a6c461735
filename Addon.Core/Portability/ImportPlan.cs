#pragma warning disable MA0048 // The parts of a plan.
using Addon.Core.Audit;
using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Objectives;
using Addon.Core.Scopes;

namespace Addon.Core.Portability;

/// <summary>What an import would write. Nothing of it is written while there is one problem.</summary>
public sealed record ImportPlan
{
    /// <summary>Scopes that are not there yet, those above first.</summary>
    public List<Scope> NewScopes { get; } = [];

    /// <summary>Scopes whose settings change; the version is the one that was read.</summary>
    public List<Scope> ChangedScopes { get; } = [];

    /// <summary>Projects that come to a team.</summary>
    public List<(ScopeId Scope, ProjectId Project)> NewProjects { get; } = [];

    /// <summary>Cycles that are not there yet.</summary>
    public List<Cycle> NewCycles { get; } = [];

    /// <summary>Objectives that are not there yet.</summary>
    public List<Objective> NewObjectives { get; } = [];

    /// <summary>Objectives that change.</summary>
    public List<Objective> ChangedObjectives { get; } = [];

    /// <summary>Key results that are not there yet.</summary>
    public List<PlannedKeyResult> NewKeyResults { get; } = [];

    /// <summary>Key results that change, or whose history grows.</summary>
    public List<PlannedKeyResult> ChangedKeyResults { get; } = [];

    /// <summary>What says so in the audit.</summary>
    public List<AuditEntry> Audit { get; } = [];

    /// <summary>How many key results are as the file says.</summary>
    public int Unchanged { get; set; }

    /// <summary>What is in the way.</summary>
    public List<ImportProblem> Problems { get; } = [];

    /// <summary>What is done differently than the file may lead to expect.</summary>
    public List<ImportProblem> Notes { get; } = [];

    /// <summary>What becomes of the first rows.</summary>
    public List<PlannedRow> Preview { get; } = [];
}

/// <summary>A key result of a plan.</summary>
/// <param name="KeyResult">How it shall be, summary and last check-in included. Of a new one the number is the wanted one, 0 for any.</param>
/// <param name="Values">Values to append, in the order of recording.</param>
/// <param name="CheckIns">Check-ins to append.</param>
/// <param name="TargetChanges">Retargetings to append.</param>
/// <param name="CoAuthors">Co-authors to add.</param>
/// <param name="FieldsChange">Whether the key result itself differs from what is stored.</param>
public sealed record PlannedKeyResult(
    KeyResult KeyResult,
    IReadOnlyList<KeyResultValue> Values,
    IReadOnlyList<CheckIn> CheckIns,
    IReadOnlyList<TargetChange> TargetChanges,
    IReadOnlyList<CoAuthor> CoAuthors,
    bool FieldsChange);

/// <summary>What becomes of one row.</summary>
/// <param name="Row">Where it stands in the file.</param>
/// <param name="Key">The key that is there or is wanted, or null for a new one.</param>
/// <param name="Title">What is measured.</param>
/// <param name="Objective">The objective's title.</param>
/// <param name="Action">What happens.</param>
/// <param name="Fields">Which fields change.</param>
public sealed record PlannedRow(string Row, string? Key, string Title, string Objective, ImportAction Action, IReadOnlyList<string> Fields);

/// <summary>What becomes of a row.</summary>
public enum ImportAction
{
    /// <summary>It is new.</summary>
    Add = 0,

    /// <summary>What is there changes.</summary>
    Change = 1,

    /// <summary>It is there just so.</summary>
    Leave = 2,
}
