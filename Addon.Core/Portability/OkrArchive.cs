using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Objectives;
using Addon.Core.Scopes;

namespace Addon.Core.Portability;

/// <summary>All OKRs of a site as they are stored.</summary>
public sealed record OkrArchive
{
    /// <summary>The scopes.</summary>
    public required IReadOnlyList<Scope> Scopes { get; init; }

    /// <summary>Which Jira projects belong to which team.</summary>
    public required IReadOnlyList<(ScopeId Scope, ProjectId Project)> Projects { get; init; }

    /// <summary>The cycles.</summary>
    public required IReadOnlyList<Cycle> Cycles { get; init; }

    /// <summary>The objectives.</summary>
    public required IReadOnlyList<Objective> Objectives { get; init; }

    /// <summary>The key results.</summary>
    public required IReadOnlyList<KeyResult> KeyResults { get; init; }

    /// <summary>Every value, by key result, in the order of recording.</summary>
    public required ILookup<KeyResultId, KeyResultValue> Values { get; init; }

    /// <summary>Every check-in, by key result, oldest first.</summary>
    public required ILookup<KeyResultId, CheckIn> CheckIns { get; init; }

    /// <summary>Every retargeting, by key result, oldest first.</summary>
    public required ILookup<KeyResultId, TargetChange> TargetChanges { get; init; }

    /// <summary>Who helped to write what, by when they were invited.</summary>
    public required ILookup<KeyResultId, CoAuthor> CoAuthors { get; init; }
}
