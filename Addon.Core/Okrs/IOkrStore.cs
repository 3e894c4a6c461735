using Addon.Core.Common;

namespace Addon.Core.Okrs;

/// <summary>Where scopes, cycles, objectives, key results and their values are kept.</summary>
public interface IOkrStore
{
    /// <summary>The scope of that id.</summary>
    Task<Scope?> FindScopeAsync(TenantId tenant, ScopeId id, CancellationToken ct);

    /// <summary>The company scope, or null before the first company objective.</summary>
    Task<Scope?> FindCompanyScopeAsync(TenantId tenant, CancellationToken ct);

    /// <summary>The team scope that a Jira project is mapped to, or null.</summary>
    Task<Scope?> FindScopeOfProjectAsync(TenantId tenant, ProjectId project, CancellationToken ct);

    /// <summary>The Jira projects of a scope.</summary>
    Task<IReadOnlyList<ProjectId>> ListProjectsAsync(TenantId tenant, ScopeId scope, CancellationToken ct);

    /// <summary>Adds a scope.</summary>
    Task AddScopeAsync(TenantId tenant, Scope scope, AccountId actor, CancellationToken ct);

    /// <summary>Maps a project to a team scope; a project belongs to one at most.</summary>
    Task MapProjectAsync(TenantId tenant, ScopeId scope, ProjectId project, AccountId actor, CancellationToken ct);

    /// <summary>The cycle of that name, or null.</summary>
    Task<Cycle?> FindCycleAsync(TenantId tenant, string name, CancellationToken ct);

    /// <summary>Adds a cycle.</summary>
    Task AddCycleAsync(TenantId tenant, Cycle cycle, AccountId actor, CancellationToken ct);

    /// <summary>The next number of <c>O-n</c>; never given twice, gaps are possible.</summary>
    Task<int> NextObjectiveNumberAsync(TenantId tenant, CancellationToken ct);

    /// <summary>The next number of <c>KR-n</c>; never given twice, gaps are possible.</summary>
    Task<int> NextKeyResultNumberAsync(TenantId tenant, CancellationToken ct);

    /// <summary>The objective of that id.</summary>
    Task<Objective?> FindObjectiveAsync(TenantId tenant, ObjectiveId id, CancellationToken ct);

    /// <summary>Adds an objective.</summary>
    Task AddObjectiveAsync(TenantId tenant, Objective objective, AccountId actor, CancellationToken ct);

    /// <summary>Stores an objective whose <see cref="Objective.Version"/> is the one that was read; the row gets the next version.</summary>
    /// <returns>False when somebody else was faster.</returns>
    Task<bool> UpdateObjectiveAsync(TenantId tenant, Objective objective, AccountId actor, CancellationToken ct);

    /// <summary>The key result of that id.</summary>
    Task<KeyResult?> FindKeyResultAsync(TenantId tenant, KeyResultId id, CancellationToken ct);

    /// <summary>Those of <paramref name="ids"/> that exist, each with the scope of its objective.</summary>
    Task<IReadOnlyList<(KeyResult KeyResult, Scope Scope)>> ListKeyResultsAsync(TenantId tenant, IReadOnlyCollection<KeyResultId> ids, CancellationToken ct);

    /// <summary>How many key results of an objective are active. Inside a unit of work the number holds until its end.</summary>
    Task<int> CountActiveKeyResultsAsync(TenantId tenant, ObjectiveId objective, CancellationToken ct);

    /// <summary>Adds a key result.</summary>
    Task AddKeyResultAsync(TenantId tenant, KeyResult keyResult, AccountId actor, CancellationToken ct);

    /// <summary>Stores a key result (not its current value) whose version is the one that was read; the row gets the next version.</summary>
    /// <returns>False when somebody else was faster.</returns>
    Task<bool> UpdateKeyResultAsync(TenantId tenant, KeyResult keyResult, AccountId actor, CancellationToken ct);

    /// <summary>Appends a value and sets the key result's current value from the series: the one measured last, of equals the one recorded last.</summary>
    Task AppendValueAsync(TenantId tenant, KeyResultValue value, CancellationToken ct);
}
