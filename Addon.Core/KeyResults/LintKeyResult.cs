using Addon.Core.Common;
using Addon.Core.Lint;
using Addon.Core.Scopes;

namespace Addon.Core.KeyResults;

/// <summary>The writing help for what somebody is typing; nothing of it is kept.</summary>
public sealed class LintKeyResult(IScopeStore scopes, IKeyResultStore keyResults, ScopeAuthority authority)
{
    private static readonly DomainError MissingScope = new(ErrorKind.NotFound, "scope.not_found", "There is no such scope on this site.");

    /// <summary>What there is to say. With a scope, compared with what that scope pursues already: its reader asks then.</summary>
    /// <param name="tenant">The site.</param>
    /// <param name="actor">Who writes.</param>
    /// <param name="subject">What is written so far.</param>
    /// <param name="scopeId">Whose key result it shall be, or null.</param>
    /// <param name="self">The key result that is edited, or null for a new one: it is not compared with itself.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Outcome<LintResult>> CheckAsync(TenantId tenant, AccountId actor, LintSubject subject, ScopeId? scopeId, KeyResultId? self, CancellationToken ct)
    {
        // As it would be kept: only with a direction it can be compared.
        subject = subject with { Direction = subject.Direction ?? new KeyResultTarget { From = subject.From, To = subject.To }.InferDirection() };
        if (scopeId is not { } id)
        {
            return Linter.Check(subject);
        }

        var scope = await FindScopeAsync(tenant, actor, id, ct);
        return scope.Succeeded
            ? Linter.Check(subject with { ScopeKind = scope.Value.Kind, OtherActiveMetrics = await keyResults.ListActiveMetricsAsync(tenant, id, self, ct) })
            : scope.Error;
    }

    /// <summary>Null when the person may compare with what the scope pursues, or compares with nothing; else why not.</summary>
    public async Task<DomainError?> CheckScopeAsync(TenantId tenant, AccountId actor, ScopeId? scopeId, CancellationToken ct) =>
        scopeId is { } id ? (await FindScopeAsync(tenant, actor, id, ct)).Error : null;

    private async Task<Outcome<Scope>> FindScopeAsync(TenantId tenant, AccountId actor, ScopeId id, CancellationToken ct) =>
        await scopes.FindAsync(tenant, id, ct) is not { } scope ? MissingScope
        : await authority.CheckReadAsync(tenant, actor, scope, ct) is { } refusal ? refusal
        : scope;
}
