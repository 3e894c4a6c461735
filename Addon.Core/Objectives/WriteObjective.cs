using Addon.Core.Audit;
using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Scopes;

namespace Addon.Core.Objectives;

/// <summary>Adds and edits objectives.</summary>
public sealed class WriteObjective(IObjectiveStore objectives, IKeyResultStore keyResults, IScopeStore scopes, ICycleStore cycles, ScopeAuthority authority, IAuditTrail audit, IUnitOfWork work, TimeProvider clock)
{
    private static readonly DomainError Missing = new(ErrorKind.NotFound, "objective.not_found", "There is no such objective on this site.");

    private static readonly DomainError Stale =
        new(ErrorKind.Conflict, "objective.changed_meanwhile", "Somebody changed this objective since you opened it. Reload to see their version.");

    /// <summary>Adds an objective to the team of a project. The first one makes the team's scope and the cycle of the current quarter.</summary>
    /// <param name="tenant">The site.</param>
    /// <param name="actor">Who adds it; has to administer the project.</param>
    /// <param name="project">The project.</param>
    /// <param name="projectName">What to call the team's scope if it has to be made.</param>
    /// <param name="draft">What was written.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Outcome<Objective>> AddToProjectAsync(
        TenantId tenant, AccountId actor, ProjectId project, string projectName, ObjectiveDraft draft, CancellationToken ct) =>
        await authority.CheckProjectAsync(tenant, actor, project, ct) is { } refusal
            ? refusal
            : await AddAsync(tenant, actor, draft, ScopeKind.Team, ct => EnsureTeamAsync(tenant, actor, project, projectName, ct), ct);

    /// <summary>Adds an objective of the company; the person has to administer Jira.</summary>
    public async Task<Outcome<Objective>> AddToCompanyAsync(TenantId tenant, AccountId actor, ObjectiveDraft draft, CancellationToken ct) =>
        await authority.CheckSettingsAsync(tenant, actor, ct) is { } refusal
            ? refusal
            : await AddAsync(tenant, actor, draft, ScopeKind.Company, ct => EnsureCompanyAsync(tenant, actor, ct), ct);

    /// <summary>Replaces what an objective says.</summary>
    /// <param name="tenant">The site.</param>
    /// <param name="actor">Who edits.</param>
    /// <param name="id">The objective.</param>
    /// <param name="version">The version that the person saw.</param>
    /// <param name="draft">What was written.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Outcome<Objective>> EditAsync(TenantId tenant, AccountId actor, ObjectiveId id, int version, ObjectiveDraft draft, CancellationToken ct)
    {
        if (await objectives.FindAsync(tenant, id, ct) is not { } before || await scopes.FindAsync(tenant, before.Scope, ct) is not { } scope)
        {
            return Missing;
        }

        if (await authority.CheckWriteAsync(tenant, actor, scope, ct) is { } refusal)
        {
            return refusal;
        }

        if (draft.Validate() is { Count: > 0 } errors)
        {
            return DomainError.Invalid(errors);
        }

        return await work.RunAsync<Outcome<Objective>>(
            async ct =>
            {
                var parent = await FindParentAsync(tenant, draft, scope.Kind, id, ct);
                if (!parent.Succeeded)
                {
                    return parent.Error;
                }

                var after = before with
                {
                    Title = draft.Title!.Trim(),
                    Parent = parent.Value.Parent,
                    Contribution = Text(draft.Contribution),
                    Version = version,
                };
                if (!await objectives.UpdateAsync(tenant, after, actor, ct))
                {
                    return Stale;
                }

                await audit.AppendAsync(tenant, AuditEntry.ByPerson(actor, "objective.edited", "objective", id.Value.ToString("D"), Facts(before), Facts(after)), ct);
                return after with { Version = version + 1 };
            },
            ct);
    }

    private async Task<Outcome<Objective>> AddAsync(
        TenantId tenant, AccountId actor, ObjectiveDraft draft, ScopeKind kind, Func<CancellationToken, Task<Scope>> ensureScope, CancellationToken ct)
    {
        if (draft.Validate() is { Count: > 0 } errors)
        {
            return DomainError.Invalid(errors);
        }

        return await work.RunAsync<Outcome<Objective>>(
            async ct =>
            {
                // A refusal is returned and does not roll back: nothing is written before this.
                var parent = await FindParentAsync(tenant, draft, kind, null, ct);
                if (!parent.Succeeded)
                {
                    return parent.Error;
                }

                var scope = await ensureScope(ct);
                var cycle = await EnsureCycleAsync(tenant, actor, ct);
                var objective = new Objective
                {
                    Id = ObjectiveId.New(),
                    Number = await objectives.NextNumberAsync(tenant, ct),
                    Scope = scope.Id,
                    Cycle = cycle.Id,
                    Title = draft.Title!.Trim(),
                    Parent = parent.Value.Parent,
                    Contribution = Text(draft.Contribution),
                };
                await objectives.AddAsync(tenant, objective, actor, ct);
                await audit.AppendAsync(
                    tenant, AuditEntry.ByPerson(actor, "objective.added", "objective", objective.Id.Value.ToString("D"), after: Facts(objective)), ct);
                return objective;
            },
            ct);
    }

    /// <summary>Finds and checks the parent: it has to stand in a higher scope, which also makes a circle impossible.</summary>
    private async Task<Outcome<FoundParent>> FindParentAsync(TenantId tenant, ObjectiveDraft draft, ScopeKind kind, ObjectiveId? self, CancellationToken ct)
    {
        ObjectiveParent parent;
        string field;
        if (draft.ParentKeyResult is { } keyResultId)
        {
            field = "parentKeyResultId";
            if (await keyResults.FindAsync(tenant, keyResultId, ct) is not { } keyResult)
            {
                return NoSuchParent(field);
            }

            parent = new ObjectiveParent(keyResult.Objective, keyResultId);
        }
        else if (draft.ParentObjective is { } objectiveId)
        {
            field = "parentObjectiveId";
            parent = new ObjectiveParent(objectiveId, null);
        }
        else
        {
            return new FoundParent(null);
        }

        if (await objectives.FindAsync(tenant, parent.Objective, ct) is not { } above)
        {
            return NoSuchParent(field);
        }

        var higher = await scopes.FindAsync(tenant, above.Scope, ct);
        if (parent.Objective == self || higher is null || higher.Kind >= kind)
        {
            return DomainError.Invalid(new FieldError(field, "objective.parent_not_higher", "Choose a parent from a higher scope, for example a company objective."));
        }

        return new FoundParent(parent);
    }

    private static DomainError NoSuchParent(string field) =>
        DomainError.Invalid(new FieldError(field, "objective.parent_not_found", "That parent does not exist."));

    private async Task<Scope> EnsureTeamAsync(TenantId tenant, AccountId actor, ProjectId project, string name, CancellationToken ct)
    {
        if (await scopes.FindOfProjectAsync(tenant, project, ct) is { } known)
        {
            return known;
        }

        var scope = new Scope { Id = ScopeId.New(), Kind = ScopeKind.Team, Name = name };
        await AddScopeAsync(tenant, actor, scope, ct);
        await scopes.MapProjectAsync(tenant, scope.Id, project, actor, ct);
        await audit.AppendAsync(
            tenant,
            AuditEntry.ByPerson(
                actor,
                "scope.project_mapped",
                "scope",
                scope.Id.Value.ToString("D"),
                after: new Dictionary<string, string?>(StringComparer.Ordinal) { ["projectId"] = project.ToString() }),
            ct);
        return scope;
    }

    private async Task<Scope> EnsureCompanyAsync(TenantId tenant, AccountId actor, CancellationToken ct)
    {
        if (await scopes.FindCompanyAsync(tenant, ct) is { } known)
        {
            return known;
        }

        var scope = new Scope { Id = ScopeId.New(), Kind = ScopeKind.Company, Name = "Company" };
        await AddScopeAsync(tenant, actor, scope, ct);
        return scope;
    }

    private async Task AddScopeAsync(TenantId tenant, AccountId actor, Scope scope, CancellationToken ct)
    {
        await scopes.AddAsync(tenant, scope, actor, ct);
        await audit.AppendAsync(
            tenant,
            AuditEntry.ByPerson(
                actor,
                "scope.added",
                "scope",
                scope.Id.Value.ToString("D"),
                after: new Dictionary<string, string?>(StringComparer.Ordinal) { ["kind"] = scope.Kind.ToString(), ["name"] = scope.Name }),
            ct);
    }

    private async Task<Cycle> EnsureCycleAsync(TenantId tenant, AccountId actor, CancellationToken ct)
    {
        var quarter = Cycle.QuarterOf(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        if (await cycles.FindAsync(tenant, quarter.Name, ct) is { } known)
        {
            return known;
        }

        await cycles.AddAsync(tenant, quarter, actor, ct);
        await audit.AppendAsync(
            tenant,
            AuditEntry.ByPerson(
                actor,
                "cycle.added",
                "cycle",
                quarter.Id.Value.ToString("D"),
                after: new Dictionary<string, string?>(StringComparer.Ordinal) { ["name"] = quarter.Name }),
            ct);
        return quarter;
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static Dictionary<string, string?> Facts(Objective objective) => new(StringComparer.Ordinal)
    {
        ["title"] = objective.Title,
        ["parentObjectiveId"] = objective.Parent?.Objective.Value.ToString("D"),
        ["parentKeyResultId"] = objective.Parent?.KeyResult?.Value.ToString("D"),
        ["contribution"] = objective.Contribution,
    };

    private sealed record FoundParent(ObjectiveParent? Parent);
}
