using Addon.Core.Audit;
using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.Objectives;

namespace Addon.Core.Scopes;

/// <summary>Begins with a project that has no team yet: team, cycle and first objective, all or nothing.</summary>
public sealed class FirstRun(
    IScopeStore scopes, ICycleStore cycles, IObjectiveStore objectives, ScopeAuthority authority, IAuditTrail audit, IUnitOfWork work, TimeProvider clock)
{
    private static readonly DomainError Taken =
        new(ErrorKind.Conflict, "scope.project_taken", "This project belongs to a team already. Reload to see its objectives.");

    /// <summary>Makes the team of a project, with the person as its owner; they have to administer the project.</summary>
    public async Task<Outcome<FirstRunResult>> RunAsync(TenantId tenant, AccountId actor, ProjectId project, FirstRunDraft draft, CancellationToken ct)
    {
        if (await authority.CheckProjectAsync(tenant, actor, project, ct) is { } refusal)
        {
            return refusal;
        }

        if (Validate(draft) is { Count: > 0 } errors)
        {
            return DomainError.Invalid(errors);
        }

        return await work.RunAsync<Outcome<FirstRunResult>>(
            async ct =>
            {
                // It holds the cycles, so that of two who begin with a project at once the second sees the first one's team.
                var cycle = await FindCycleAsync(tenant, draft.Cycle, ct);
                if (await scopes.FindOfProjectAsync(tenant, project, ct) is not null)
                {
                    return Taken;
                }

                // Refuses before anything is written: a returned refusal does not roll back.
                return cycle.Succeeded ? await MakeAsync(tenant, actor, project, draft, cycle.Value, ct) : cycle.Error;
            },
            ct);
    }

    private static List<FieldError> Validate(FirstRunDraft draft)
    {
        List<FieldError> errors = [.. ScopeDraft.CheckName(draft.Name)];
        if (!ScopeDraft.IsTimeZone(draft.TimeZone))
        {
            errors.Add(new("timeZone", "scope.time_zone_invalid", "Choose a time zone by its IANA name, for example Europe/Berlin."));
        }

        errors.AddRange(new ObjectiveDraft { Title = draft.ObjectiveTitle }.Validate().Select(e => e with { Field = "objectiveTitle" }));
        if (draft.MappingOwner is { IsWellFormed: false })
        {
            errors.Add(new("mappingOwner", "scope.account_invalid", "Choose a person of this site."));
        }

        if (draft.ObjectiveOwner is { IsWellFormed: false })
        {
            errors.Add(new("objectiveOwner", "scope.account_invalid", "Choose a person of this site."));
        }

        return errors;
    }

    private async Task<FirstRunResult> MakeAsync(TenantId tenant, AccountId actor, ProjectId project, FirstRunDraft draft, FoundCycle found, CancellationToken ct)
    {
        var scope = new Scope
        {
            Id = ScopeId.New(),
            Kind = ScopeKind.Team,
            Name = draft.Name!.Trim(),
            Parent = (await scopes.FindCompanyAsync(tenant, ct))?.Id,
            Owner = actor,
            MappingOwner = draft.MappingOwner ?? actor,
            TimeZone = draft.TimeZone!,
        };
        await scopes.AddAsync(tenant, scope, actor, ct);
        await audit.AppendAsync(tenant, ScopeAudit.Added(actor, scope), ct);
        await scopes.MapProjectAsync(tenant, scope.Id, project, actor, ct);
        await audit.AppendAsync(tenant, ScopeAudit.Mapped(actor, scope.Id, project, null), ct);
        if (found.IsNew)
        {
            await cycles.AddAsync(tenant, found.Cycle, actor, ct);
            await audit.AppendAsync(tenant, CycleAudit.Added(actor, found.Cycle), ct);
        }

        var objective = new Objective
        {
            Id = ObjectiveId.New(),
            Number = await objectives.NextNumberAsync(tenant, ct),
            Scope = scope.Id,
            Cycle = found.Cycle.Id,
            Title = draft.ObjectiveTitle!.Trim(),
            Owner = draft.ObjectiveOwner ?? actor,
        };
        await objectives.AddAsync(tenant, objective, actor, ct);
        await audit.AppendAsync(
            tenant,
            AuditEntry.ByPerson(
                actor,
                "objective.added",
                "objective",
                objective.Id.Value.ToString("D"),
                after: new Dictionary<string, string?>(StringComparer.Ordinal) { ["title"] = objective.Title, ["owner"] = objective.Owner?.Value }),
            ct);
        return new FirstRunResult(scope, found.Cycle, objective);
    }

    /// <summary>The chosen cycle; else the running quarter; else the calendar's, which may have to be made.</summary>
    private async Task<Outcome<FoundCycle>> FindCycleAsync(TenantId tenant, CycleId? chosen, CancellationToken ct)
    {
        var all = await cycles.ListHeldAsync(tenant, ct);
        if (chosen is { } id)
        {
            return all.FirstOrDefault(c => c.Id == id) switch
            {
                null => DomainError.Invalid(new FieldError("cycleId", "cycle.not_found", "That cycle does not exist.")),
                { State: CycleState.Planned or CycleState.Active } open => new FoundCycle(open, IsNew: false),
                _ => DomainError.Invalid(new FieldError("cycleId", "cycle.not_open", "Choose a cycle that is planned or active.")),
            };
        }

        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var running = all.FirstOrDefault(c => c is { Kind: CycleKind.Quarter, State: CycleState.Active } && c.Start <= today && today <= c.End);
        if (running is not null)
        {
            return new FoundCycle(running, IsNew: false);
        }

        var quarter = Cycle.QuarterOf(today);
        return all.FirstOrDefault(c => string.Equals(c.Name, quarter.Name, StringComparison.Ordinal)) switch
        {
            { State: CycleState.Planned or CycleState.Active } known => new FoundCycle(known, IsNew: false),
            null when CycleRules.FindOverlap(quarter, all) is null => new FoundCycle(quarter, IsNew: true),
            _ => DomainError.Invalid(new FieldError("cycleId", "cycle.not_open", "There is no open cycle for today. Choose one, or ask somebody who administers Jira to plan one.")),
        };
    }

    private sealed record FoundCycle(Cycle Cycle, bool IsNew);
}
