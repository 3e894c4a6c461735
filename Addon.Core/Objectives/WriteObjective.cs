using Addon.Core.Audit;
using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Scopes;

namespace Addon.Core.Objectives;

/// <summary>Adds, edits and discards objectives.</summary>
public sealed class WriteObjective(
    IObjectiveStore objectives,
    IKeyResultStore keyResults,
    IScopeStore scopes,
    ICycleStore cycles,
    ObjectivePlaces places,
    ObjectiveParents parents,
    ScopeAuthority authority,
    IAuditTrail audit,
    IUnitOfWork work)
{
    /// <summary>Adds an objective to the team of a project. The first one makes the team's scope, and the cycle of the current quarter where none is active.</summary>
    /// <param name="tenant">The site.</param>
    /// <param name="actor">Who adds it; has to administer the project, or to own the team.</param>
    /// <param name="project">The project.</param>
    /// <param name="projectName">What to call the team's scope if it has to be made.</param>
    /// <param name="cycle">In which cycle; null for the one of today.</param>
    /// <param name="draft">What was written.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Outcome<Objective>> AddToProjectAsync(
        TenantId tenant, AccountId actor, ProjectId project, string projectName, CycleId? cycle, ObjectiveDraft draft, CancellationToken ct)
    {
        return await CheckAsync(tenant, actor, project, ct) is { } refusal
            ? refusal
            : await AddAsync(tenant, actor, draft, cycle, project, ct => places.TeamAsync(tenant, actor, project, projectName, ct), ct);
    }

    /// <summary>Null when the person may add objectives to the team of a project; else why not.</summary>
    public async Task<DomainError?> CheckAsync(TenantId tenant, AccountId actor, ProjectId project, CancellationToken ct) =>
        await scopes.FindOfProjectAsync(tenant, project, ct) is { } team
            ? await authority.CheckWriteAsync(tenant, actor, team, ct)
            : await authority.CheckProjectAsync(tenant, actor, project, ct);

    /// <summary>Adds an objective of the company; the person has to administer Jira, or to own the company's scope.</summary>
    public async Task<Outcome<Objective>> AddToCompanyAsync(TenantId tenant, AccountId actor, CycleId? cycle, ObjectiveDraft draft, CancellationToken ct)
    {
        // Before there is one, it is judged as the one that will be.
        var company = (await places.CompanyAsync(tenant, actor, ct)).Value;
        return await authority.CheckWriteAsync(tenant, actor, company, ct) is { } refusal
            ? refusal
            : await AddAsync(tenant, actor, draft, cycle, null, ct => places.CompanyAsync(tenant, actor, ct), ct);
    }

    /// <summary>Adds an objective to any scope that is there.</summary>
    public async Task<Outcome<Objective>> AddToScopeAsync(TenantId tenant, AccountId actor, ScopeId scopeId, CycleId? cycle, ObjectiveDraft draft, CancellationToken ct)
    {
        if (await scopes.FindAsync(tenant, scopeId, ct) is not { } scope)
        {
            return ObjectiveErrors.ScopeMissing;
        }

        return await authority.CheckWriteAsync(tenant, actor, scope, ct) is { } refusal
            ? refusal
            : await AddAsync(tenant, actor, draft, cycle, null, _ => Task.FromResult(new NewPlace<Scope>(scope, false)), ct);
    }

    /// <summary>Replaces what an objective says. Its scope, cycle and state stay.</summary>
    /// <param name="tenant">The site.</param>
    /// <param name="actor">Who edits.</param>
    /// <param name="id">The objective.</param>
    /// <param name="version">The version that the person saw.</param>
    /// <param name="draft">What was written.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Outcome<Objective>> EditAsync(TenantId tenant, AccountId actor, ObjectiveId id, int version, ObjectiveDraft draft, CancellationToken ct)
    {
        if (await RefuseAsync(tenant, actor, id, ct) is { } refusal)
        {
            return refusal;
        }

        return draft.Validate() is { Count: > 0 } errors
            ? DomainError.Invalid(errors)
            : await work.RunAsync(ct => EditWithinAsync(tenant, actor, id, version, draft, ct), ct);
    }

    /// <summary>Deletes a draft that has no key results and that nothing serves.</summary>
    public async Task<Outcome<Objective>> DiscardAsync(TenantId tenant, AccountId actor, ObjectiveId id, int version, CancellationToken ct) =>
        await RefuseAsync(tenant, actor, id, ct) is { } refusal
            ? refusal
            : await work.RunAsync(ct => DiscardWithinAsync(tenant, actor, id, version, ct), ct);

    /// <summary>Null when there is such an objective and the person may write it.</summary>
    private async Task<DomainError?> RefuseAsync(TenantId tenant, AccountId actor, ObjectiveId id, CancellationToken ct) =>
        await objectives.FindAsync(tenant, id, ct) is { } objective && await scopes.FindAsync(tenant, objective.Scope, ct) is { } scope
            ? await authority.CheckWriteAsync(tenant, actor, scope, ct)
            : ObjectiveErrors.Missing;

    private async Task<Outcome<Objective>> AddAsync(
        TenantId tenant, AccountId actor, ObjectiveDraft draft, CycleId? cycleId, ProjectId? project, Func<CancellationToken, Task<NewPlace<Scope>>> findScope, CancellationToken ct)
    {
        if (draft.Validate() is { Count: > 0 } errors)
        {
            return DomainError.Invalid(errors);
        }

        return await work.RunAsync<Outcome<Objective>>(
            async ct =>
            {
                // A refusal is returned and does not roll back: nothing is written before all is checked.
                var scope = await findScope(ct);
                var cycle = await places.CycleAsync(tenant, cycleId, scope.Value, ct);
                if (!cycle.Succeeded)
                {
                    return cycle.Error;
                }

                var parent = await parents.FindAsync(tenant, draft, scope.Value, cycle.Value.Value, null, ct);
                if (!parent.Succeeded)
                {
                    return parent.Error;
                }

                await places.KeepAsync(tenant, actor, scope, project, cycle.Value, ct);
                var objective = draft.WriteTo(
                    new Objective
                    {
                        Id = ObjectiveId.New(),
                        Number = await objectives.NextNumberAsync(tenant, ct),
                        Scope = scope.Value.Id,
                        Cycle = cycle.Value.Value.Id,
                        Title = "",
                    },
                    parent.Value.Parent);
                // Who writes it answers for it until somebody else is named.
                objective = objective with { Owner = objective.Owner ?? actor };
                await objectives.AddAsync(tenant, objective, actor, ct);
                await audit.AppendAsync(tenant, ObjectiveFacts.Entry(actor, "objective.added", null, objective), ct);
                return objective;
            },
            ct);
    }

    private async Task<Outcome<Objective>> EditWithinAsync(TenantId tenant, AccountId actor, ObjectiveId id, int version, ObjectiveDraft draft, CancellationToken ct)
    {
        if (await objectives.FindAsync(tenant, id, ct) is not { } before
            || await scopes.FindAsync(tenant, before.Scope, ct) is not { } scope
            || await cycles.FindAsync(tenant, before.Cycle, ct) is not { } cycle)
        {
            return ObjectiveErrors.Missing;
        }

        if (before.Version != version)
        {
            return ObjectiveErrors.Stale;
        }

        if ((before.State == ObjectiveState.Closed ? ObjectiveErrors.Closed : ObjectiveErrors.NotWritable(cycle)) is { } refusal)
        {
            return refusal;
        }

        var parent = await parents.FindAsync(tenant, draft, scope, cycle, id, ct);
        if (!parent.Succeeded)
        {
            return parent.Error;
        }

        var after = draft.WriteTo(before, parent.Value.Parent);
        if (after is { State: ObjectiveState.Active, Owner: null })
        {
            return DomainError.Invalid(ObjectiveActivation.FindMissingNames(after, scope));
        }

        if (!await objectives.UpdateAsync(tenant, after, actor, ct))
        {
            return ObjectiveErrors.Stale;
        }

        await audit.AppendAsync(tenant, ObjectiveFacts.Entry(actor, "objective.edited", before, after), ct);
        return after with { Version = version + 1 };
    }

    private async Task<Outcome<Objective>> DiscardWithinAsync(TenantId tenant, AccountId actor, ObjectiveId id, int version, CancellationToken ct)
    {
        if (await objectives.FindAsync(tenant, id, ct) is not { } before || await cycles.FindAsync(tenant, before.Cycle, ct) is not { } cycle)
        {
            return ObjectiveErrors.Missing;
        }

        if (before.Version != version)
        {
            return ObjectiveErrors.Stale;
        }

        if (before.State != ObjectiveState.Draft)
        {
            return ObjectiveErrors.NotDraft;
        }

        // Cleaning up while a cycle is graded is fine; a closed one stays as its snapshot says.
        if (cycle.State == CycleState.Closed)
        {
            return ObjectiveErrors.CycleClosed;
        }

        if ((await keyResults.ListOfAsync(tenant, id, ct)).Count > 0)
        {
            return ObjectiveErrors.HasKeyResults;
        }

        if (!await objectives.DeleteDraftAsync(tenant, id, version, ct))
        {
            return ObjectiveErrors.IsServed;
        }

        await audit.AppendAsync(tenant, ObjectiveFacts.Entry(actor, "objective.discarded", before, null), ct);
        return before;
    }
}
