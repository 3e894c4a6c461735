using Addon.Core.Audit;
using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.Scopes;

namespace Addon.Core.Objectives;

/// <summary>Where a new objective belongs: which scope and which cycle. What is not there yet is proposed first and stored only when the objective is.</summary>
public sealed class ObjectivePlaces(IScopeStore scopes, ICycleStore cycles, IAuditTrail audit, TimeProvider clock)
{
    /// <summary>The company's scope, or the one it will have.</summary>
    internal async Task<NewPlace<Scope>> CompanyAsync(TenantId tenant, AccountId actor, CancellationToken ct) =>
        await scopes.FindCompanyAsync(tenant, ct) is { } known
            ? new NewPlace<Scope>(known, false)
            : new NewPlace<Scope>(new Scope { Id = ScopeId.New(), Kind = ScopeKind.Company, Name = "Company", MappingOwner = actor }, true);

    /// <summary>The team scope of a project, or the one it will have. Who writes its first objective keeps work and key results together until somebody else is named.</summary>
    internal async Task<NewPlace<Scope>> TeamAsync(TenantId tenant, AccountId actor, ProjectId project, string name, CancellationToken ct) =>
        await scopes.FindOfProjectAsync(tenant, project, ct) is { } known
            ? new NewPlace<Scope>(known, false)
            : new NewPlace<Scope>(new Scope { Id = ScopeId.New(), Kind = ScopeKind.Team, Name = name, MappingOwner = actor }, true);

    /// <summary>The cycle that was named, or else the one of today: the shortest active one, or the calendar quarter.</summary>
    internal async Task<Outcome<NewPlace<Cycle>>> CycleAsync(TenantId tenant, CycleId? named, Scope scope, CancellationToken ct)
    {
        if (named is { } id)
        {
            return await cycles.FindAsync(tenant, id, ct) is { } found
                ? Writable(new NewPlace<Cycle>(found, false))
                : DomainError.Invalid(new FieldError("cycleId", "objective.cycle_not_found", "That cycle does not exist."));
        }

        var today = scope.DayOf(clock.GetUtcNow());
        var active = (await cycles.ListAsync(tenant, ct))
            .Where(c => c.State == CycleState.Active && c.Start <= today && today <= c.End)
            .MinBy(c => c.End.DayNumber - c.Start.DayNumber);
        if (active is not null)
        {
            return new NewPlace<Cycle>(active, false);
        }

        var quarter = Cycle.QuarterOf(today);
        return await cycles.FindAsync(tenant, quarter.Name, ct) is { } known ? Writable(new NewPlace<Cycle>(known, false)) : new NewPlace<Cycle>(quarter, true);
    }

    /// <summary>Stores what is not there yet, and the mapping of the project to a team that is new.</summary>
    internal async Task KeepAsync(TenantId tenant, AccountId actor, NewPlace<Scope> scope, ProjectId? project, NewPlace<Cycle> cycle, CancellationToken ct)
    {
        if (scope.IsNew)
        {
            await scopes.AddAsync(tenant, scope.Value, actor, ct);
            await AppendAsync(tenant, actor, "scope.added", "scope", scope.Value.Id.Value, [("kind", scope.Value.Kind.ToString()), ("name", scope.Value.Name), ("mappingOwner", scope.Value.MappingOwner?.Value)], ct);
            if (project is { } mapped)
            {
                await scopes.MapProjectAsync(tenant, scope.Value.Id, mapped, actor, ct);
                await AppendAsync(tenant, actor, "scope.project_mapped", "scope", scope.Value.Id.Value, [("projectId", mapped.ToString())], ct);
            }
        }

        if (cycle.IsNew)
        {
            await cycles.AddAsync(tenant, cycle.Value, actor, ct);
            await AppendAsync(tenant, actor, "cycle.added", "cycle", cycle.Value.Id.Value, [("name", cycle.Value.Name)], ct);
        }
    }

    private static Outcome<NewPlace<Cycle>> Writable(NewPlace<Cycle> place) => ObjectiveErrors.NotWritable(place.Value) is { } refusal ? refusal : place;

    private Task AppendAsync(TenantId tenant, AccountId actor, string action, string type, Guid id, (string Name, string? Value)[] facts, CancellationToken ct) =>
        audit.AppendAsync(
            tenant,
            AuditEntry.ByPerson(actor, action, type, id.ToString("D"), after: facts.ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal)),
            ct);
}

#pragma warning disable MA0048 // The answer of the class above.
/// <summary>A scope or cycle, and whether it has to be stored first.</summary>
/// <param name="Value">It.</param>
/// <param name="IsNew">Whether it is not there yet.</param>
internal sealed record NewPlace<T>(T Value, bool IsNew);
