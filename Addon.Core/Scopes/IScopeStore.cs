using Addon.Core.Common;

namespace Addon.Core.Scopes;

/// <summary>Where scopes and their Jira projects are kept.</summary>
public interface IScopeStore
{
    /// <summary>The scope of that id.</summary>
    Task<Scope?> FindAsync(TenantId tenant, ScopeId id, CancellationToken ct);

    /// <summary>The company scope, or null before there is one.</summary>
    Task<Scope?> FindCompanyAsync(TenantId tenant, CancellationToken ct);

    /// <summary>The team scope that a Jira project is mapped to, or null.</summary>
    Task<Scope?> FindOfProjectAsync(TenantId tenant, ProjectId project, CancellationToken ct);

    /// <summary>Every scope of the tenant, by kind and name.</summary>
    Task<IReadOnlyList<Scope>> ListAsync(TenantId tenant, CancellationToken ct);

    /// <summary>The Jira projects of a scope.</summary>
    Task<IReadOnlyList<ProjectId>> ListProjectsAsync(TenantId tenant, ScopeId scope, CancellationToken ct);

    /// <summary>Every project of every team, by number.</summary>
    Task<IReadOnlyList<(ScopeId Scope, ProjectId Project)>> ListMappingsAsync(TenantId tenant, CancellationToken ct);

    /// <summary>Whether an objective of the scope is active in a cycle that is not closed.</summary>
    Task<bool> HasActiveObjectiveAsync(TenantId tenant, ScopeId scope, CancellationToken ct);

    /// <summary>Adds a scope.</summary>
    Task AddAsync(TenantId tenant, Scope scope, AccountId actor, CancellationToken ct);

    /// <summary>Stores a scope whose version is the one that was read; the row gets the next version.</summary>
    /// <returns>False when somebody else was faster.</returns>
    Task<bool> UpdateAsync(TenantId tenant, Scope scope, AccountId actor, CancellationToken ct);

    /// <summary>Maps a project to a team scope; a project belongs to one at most, so this takes it from another.</summary>
    Task MapProjectAsync(TenantId tenant, ScopeId scope, ProjectId project, AccountId actor, CancellationToken ct);

    /// <summary>Takes a project out of its scope; its issues keep their answers.</summary>
    Task UnmapProjectAsync(TenantId tenant, ProjectId project, CancellationToken ct);
}
