using System.Runtime.CompilerServices;
using Addon.Core.Common;
using Addon.Core.KeyResults;
using Addon.Core.Objectives;
using Addon.Core.Scopes;

namespace Addon.Core.Audit;

/// <summary>Reads the audit for a person: all of it for those who administer Jira, the history of one thing for those who may read that thing.</summary>
public sealed class ReadAudit(IAuditReader reader, IScopeStore scopes, IObjectiveStore objectives, IKeyResultStore keyResults, ScopeAuthority authority)
{
    /// <summary>How many entries an export reads at once.</summary>
    public const int ExportPart = 500;

    private static readonly DomainError NoKeyResult = new(ErrorKind.NotFound, "key_result.not_found", "There is no such key result on this site.");

    private static readonly DomainError NoObjective = new(ErrorKind.NotFound, "objective.not_found", "There is no such objective on this site.");

    /// <summary>A part of the whole audit; the person has to administer Jira.</summary>
    public async Task<Outcome<IReadOnlyList<AuditEvent>>> ListAsync(TenantId tenant, AccountId actor, AuditFilter filter, AuditCursor? after, int limit, CancellationToken ct) =>
        await CheckAsync(tenant, actor, filter, ct) is { } refusal
            ? refusal
            : Outcome<IReadOnlyList<AuditEvent>>.Success(await reader.ReadAsync(tenant, filter, after, limit, ct));

    /// <summary>Null when the person may export what the filter names; else why not. Asked before the first byte is sent.</summary>
    public async Task<DomainError?> CheckAsync(TenantId tenant, AccountId actor, AuditFilter filter, CancellationToken ct) =>
        await authority.CheckSettingsAsync(tenant, actor, ct)
        ?? (filter.Validate() is { Count: > 0 } errors ? DomainError.Invalid(errors) : null);

    /// <summary>Everything that the filter names, part by part, so that its size needs no bound. Ask <see cref="CheckAsync"/> first.</summary>
    public async IAsyncEnumerable<AuditEvent> ExportAsync(TenantId tenant, AuditFilter filter, [EnumeratorCancellation] CancellationToken ct)
    {
        AuditCursor? after = null;
        IReadOnlyList<AuditEvent> part;
        do
        {
            part = await reader.ReadAsync(tenant, filter, after, ExportPart, ct);
            foreach (var entry in part)
            {
                yield return entry;
                after = new AuditCursor(entry.At, entry.Id);
            }
        }
        while (part.Count == ExportPart);
    }

    /// <summary>A part of what happened to a key result, for whoever may read its scope.</summary>
    public async Task<Outcome<IReadOnlyList<AuditEvent>>> ListOfAsync(TenantId tenant, AccountId actor, KeyResultId id, AuditCursor? after, int limit, CancellationToken ct) =>
        await keyResults.FindAsync(tenant, id, ct) is { } keyResult
            ? await ListOfAsync(tenant, actor, keyResult.Objective, "key_result", id.Value, NoKeyResult, after, limit, ct)
            : NoKeyResult;

    /// <summary>A part of what happened to an objective, for whoever may read its scope.</summary>
    public Task<Outcome<IReadOnlyList<AuditEvent>>> ListOfAsync(TenantId tenant, AccountId actor, ObjectiveId id, AuditCursor? after, int limit, CancellationToken ct) =>
        ListOfAsync(tenant, actor, id, "objective", id.Value, NoObjective, after, limit, ct);

    private async Task<Outcome<IReadOnlyList<AuditEvent>>> ListOfAsync(
        TenantId tenant, AccountId actor, ObjectiveId objectiveId, string type, Guid id, DomainError missing, AuditCursor? after, int limit, CancellationToken ct)
    {
        if (await objectives.FindAsync(tenant, objectiveId, ct) is not { } objective || await scopes.FindAsync(tenant, objective.Scope, ct) is not { } scope)
        {
            return missing;
        }

        if (await authority.CheckReadAsync(tenant, actor, scope, ct) is { } refusal)
        {
            return refusal;
        }

        var filter = new AuditFilter { EntityType = type, EntityId = id.ToString("D") };
        return Outcome<IReadOnlyList<AuditEvent>>.Success(await reader.ReadAsync(tenant, filter, after, limit, ct));
    }
}
