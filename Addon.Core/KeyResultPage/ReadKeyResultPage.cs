using Addon.Core.Common;
using Addon.Core.Scopes;

namespace Addon.Core.KeyResultPage;

/// <summary>Reads a key result's page for whoever may read its scope.</summary>
public sealed class ReadKeyResultPage(IKeyResultPageReader reader, ScopeAuthority authority)
{
    private static readonly DomainError Missing = new(ErrorKind.NotFound, "key_result.not_found", "There is no such key result on this site.");

    /// <summary>The page; a refusal of kind <see cref="ErrorKind.Unavailable"/> when Jira does not say whether the person may see it.</summary>
    public async Task<Outcome<KeyResultSheet>> ReadAsync(TenantId tenant, AccountId actor, KeyResultId id, CancellationToken ct)
    {
        if (await reader.ReadAsync(tenant, id, ct) is not { } sheet)
        {
            return Missing;
        }

        return await authority.CheckReadAsync(tenant, actor, sheet.Scope, ct) is { } refusal
            ? refusal
            : sheet with { Rights = await RightsOfAsync(tenant, actor, sheet, ct) };
    }

    private async Task<KeyResultRights> RightsOfAsync(TenantId tenant, AccountId actor, KeyResultSheet sheet, CancellationToken ct) =>
        await authority.CheckWriteAsync(tenant, actor, sheet.Scope, sheet.KeyResult, ct) switch
        {
            null => KeyResultRights.Write,
            { Kind: ErrorKind.Forbidden } => KeyResultRights.None,
            _ => KeyResultRights.Unknown,
        };
}
