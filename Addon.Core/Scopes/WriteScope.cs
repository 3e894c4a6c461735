using Addon.Core.Audit;
using Addon.Core.Common;

namespace Addon.Core.Scopes;

/// <summary>Adds and edits scopes.</summary>
/// <remarks>A scope keeps its kind: what stands below it and whom its objectives serve depend on it.</remarks>
public sealed class WriteScope(IScopeStore scopes, ScopeAuthority authority, IAuditTrail audit, IUnitOfWork work, TimeProvider clock)
{
    /// <summary>There is no such scope, or it is another site's.</summary>
    public static readonly DomainError Missing = new(ErrorKind.NotFound, "scope.not_found", "There is no such scope on this site.");

    private static readonly DomainError Stale =
        new(ErrorKind.Conflict, "scope.changed_meanwhile", "Somebody changed this scope since you opened it. Reload to see their version.");

    private static readonly DomainError CompanyExists = new(ErrorKind.Conflict, "scope.company_exists", "There is a company scope already; a site has one.");

    /// <summary>Adds a scope; the person has to administer Jira.</summary>
    /// <param name="tenant">The site.</param>
    /// <param name="actor">Who adds it.</param>
    /// <param name="kind">Its kind, for good; null when what was sent is none. A second company is refused.</param>
    /// <param name="draft">What was written.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Outcome<Scope>> AddAsync(TenantId tenant, AccountId actor, ScopeKind? kind, ScopeDraft draft, CancellationToken ct)
    {
        if (await authority.CheckSettingsAsync(tenant, actor, ct) is { } refusal)
        {
            return refusal;
        }

        List<FieldError> errors = [.. draft.Validate(clock.GetUtcNow())];
        if (kind is null)
        {
            errors.Add(new("kind", "scope.kind_invalid", "Choose company, department or team."));
        }

        if (errors.Count > 0)
        {
            return DomainError.Invalid(errors);
        }

        return await work.RunAsync<Outcome<Scope>>(
            async ct =>
            {
                if (kind == ScopeKind.Company && await scopes.FindCompanyAsync(tenant, ct) is not null)
                {
                    return CompanyExists;
                }

                if (await CheckParentAsync(tenant, kind!.Value, draft.Parent, ct) is { } misplaced)
                {
                    return misplaced;
                }

                var scope = draft.WriteTo(new Scope { Id = ScopeId.New(), Kind = kind.Value, Name = "" });
                await scopes.AddAsync(tenant, scope, actor, ct);
                await audit.AppendAsync(tenant, ScopeAudit.Added(actor, scope), ct);
                return scope;
            },
            ct);
    }

    /// <summary>Replaces what a scope says. Its place is for Jira's administrators; a team's other settings are for those who write its OKRs, too.</summary>
    /// <param name="tenant">The site.</param>
    /// <param name="actor">Who edits.</param>
    /// <param name="id">The scope.</param>
    /// <param name="version">The version that the person saw.</param>
    /// <param name="draft">What was written.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Outcome<Scope>> EditAsync(TenantId tenant, AccountId actor, ScopeId id, int version, ScopeDraft draft, CancellationToken ct)
    {
        if (await scopes.FindAsync(tenant, id, ct) is not { } seen)
        {
            return Missing;
        }

        if (await CheckAsync(tenant, actor, seen, draft, ct) is { } refusal)
        {
            return refusal;
        }

        if (draft.Validate(clock.GetUtcNow(), seen) is { Count: > 0 } errors)
        {
            return DomainError.Invalid(errors);
        }

        return await work.RunAsync<Outcome<Scope>>(
            async ct =>
            {
                if (await scopes.FindAsync(tenant, id, ct) is not { } before || before.Version != version)
                {
                    return Stale;
                }

                if (before.Parent != draft.Parent && await CheckParentAsync(tenant, before.Kind, draft.Parent, ct) is { } misplaced)
                {
                    return misplaced;
                }

                if (before.MappingOwner is not null && draft.MappingOwner is null && await scopes.HasActiveObjectiveAsync(tenant, id, ct))
                {
                    return DomainError.Invalid(new FieldError(
                        "mappingOwner", "scope.mapping_owner_needed", "An objective of this scope is active, so it needs a mapping owner. Name somebody else instead."));
                }

                var after = draft.WriteTo(before);
                if (!await scopes.UpdateAsync(tenant, after, actor, ct))
                {
                    return Stale;
                }

                await audit.AppendAsync(tenant, ScopeAudit.Edited(actor, before, after), ct);
                return after with { Version = version + 1 };
            },
            ct);
    }

    private async Task<DomainError?> CheckAsync(TenantId tenant, AccountId actor, Scope scope, ScopeDraft draft, CancellationToken ct)
    {
        if (scope.Kind != ScopeKind.Team || scope.Parent != draft.Parent)
        {
            return await authority.CheckSettingsAsync(tenant, actor, ct);
        }

        return await authority.CheckTeamSettingsAsync(tenant, actor, scope, ct);
    }

    private async Task<DomainError?> CheckParentAsync(TenantId tenant, ScopeKind kind, ScopeId? parent, CancellationToken ct)
    {
        if (parent is not { } id)
        {
            return null;
        }

        return await scopes.FindAsync(tenant, id, ct) is { } above
            ? ScopeTree.Check(kind, above)
            : DomainError.Invalid(new FieldError("parentId", "scope.parent_not_found", "That scope does not exist."));
    }
}
