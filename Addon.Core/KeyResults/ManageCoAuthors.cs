using Addon.Core.Audit;
using Addon.Core.Common;
using Addon.Core.Scopes;

namespace Addon.Core.KeyResults;

/// <summary>Who a key result was written with: whoever writes it asks, and only the person who was asked says yes.</summary>
public sealed class ManageCoAuthors(KeyResultAccess access, IKeyResultStore keyResults, ScopeAuthority authority, IAuditTrail audit, IUnitOfWork work, TimeProvider clock)
{
    /// <summary>The most co-authors: beyond it is a meeting.</summary>
    public const int Most = 20;

    private static readonly DomainError Missing = new(ErrorKind.NotFound, "key_result.co_author_not_found", "This person was not asked to write this key result.");

    private static readonly DomainError TooMany = new(ErrorKind.Conflict, "key_result.too_many_co_authors", $"A key result is written with at most {Most} people.");

    /// <summary>Asks somebody to write a key result with its owner; somebody who was asked stays as they are.</summary>
    public async Task<Outcome<CoAuthor>> InviteAsync(TenantId tenant, AccountId actor, KeyResultId id, AccountId? account, CancellationToken ct)
    {
        var allowed = await access.ForWritingAsync(tenant, actor, id, ct);
        if (!allowed.Succeeded)
        {
            return allowed.Error;
        }

        return await CheckAsync(tenant, allowed.Value, account, ct) is { } refusal
            ? refusal
            : await ChangeAsync(tenant, id, (place, ct) => StoreInvitationAsync(tenant, actor, place, account!.Value, ct), ct);
    }

    /// <summary>Says yes to having been asked; nobody can for another person.</summary>
    public async Task<Outcome<CoAuthor>> AcceptAsync(TenantId tenant, AccountId actor, KeyResultId id, CancellationToken ct)
    {
        var allowed = await access.ForReadingAsync(tenant, actor, id, ct);
        return allowed.Succeeded ? await ChangeAsync(tenant, id, (_, ct) => StoreYesAsync(tenant, actor, id, ct), ct) : allowed.Error;
    }

    /// <summary>Takes somebody out: whoever writes the key result, or the person themselves.</summary>
    public async Task<Outcome<CoAuthor>> RemoveAsync(TenantId tenant, AccountId actor, KeyResultId id, AccountId account, CancellationToken ct)
    {
        var allowed = account == actor ? await access.ForReadingAsync(tenant, actor, id, ct) : await access.ForWritingAsync(tenant, actor, id, ct);
        return allowed.Succeeded ? await ChangeAsync(tenant, id, (_, ct) => StoreRemovalAsync(tenant, actor, id, account, ct), ct) : allowed.Error;
    }

    private Task<Outcome<CoAuthor>> ChangeAsync(
        TenantId tenant, KeyResultId id, Func<KeyResultPlace, CancellationToken, Task<Outcome<CoAuthor>>> change, CancellationToken ct) => work.RunAsync(
        async ct => await access.FindAsync(tenant, id, ct) is not { } place ? KeyResultErrors.Missing
            : CycleRule.Check(place.Cycle, CycleNeed.Open) is { } refusal ? refusal
            : await change(place, ct),
        ct);

    private async Task<Outcome<CoAuthor>> StoreInvitationAsync(TenantId tenant, AccountId actor, KeyResultPlace place, AccountId account, CancellationToken ct)
    {
        var id = place.KeyResult.Id;
        var known = await keyResults.ListCoAuthorsAsync(tenant, id, ct);
        if (known.FirstOrDefault(c => c.Account == account) is { } already)
        {
            return already;
        }

        if (known.Count >= Most)
        {
            return TooMany;
        }

        var invited = new CoAuthor(account, actor, clock.GetUtcNow(), null);
        await keyResults.SaveCoAuthorAsync(tenant, id, invited, ct);
        await AuditAsync(tenant, actor, "key_result.co_author_invited", id, account, ct);
        return invited;
    }

    /// <summary>Whether somebody can be asked. Who cannot see the key result could not say yes to it.</summary>
    private async Task<DomainError?> CheckAsync(TenantId tenant, KeyResultPlace place, AccountId? account, CancellationToken ct)
    {
        if (Check(place, account) is { } invalid)
        {
            return DomainError.Invalid(invalid);
        }

        return await authority.CheckReadAsync(tenant, account!.Value, place.Scope, ct) is not { } unseen ? null
            : unseen.Kind != ErrorKind.Forbidden ? unseen
            : DomainError.Invalid(new FieldError("account", "key_result.co_author_cannot_see", "This person cannot see the projects of this team."));
    }

    private static FieldError? Check(KeyResultPlace place, AccountId? account) => account switch
    {
        null => new("account", "key_result.co_author_missing", "Say whom to ask."),
        { IsWellFormed: false } => new("account", "key_result.co_author_invalid", "That is not an Atlassian account id."),
        _ when account == place.KeyResult.Owner => new("account", "key_result.co_author_is_owner", "The owner writes it anyway; ask somebody else."),
        _ => null,
    };

    private async Task<Outcome<CoAuthor>> StoreYesAsync(TenantId tenant, AccountId actor, KeyResultId id, CancellationToken ct)
    {
        if (await FindAsync(tenant, id, actor, ct) is not { } invited)
        {
            return Missing;
        }

        if (invited.AcceptedAt is not null)
        {
            return invited;
        }

        var accepted = invited with { AcceptedAt = clock.GetUtcNow() };
        await keyResults.SaveCoAuthorAsync(tenant, id, accepted, ct);
        await AuditAsync(tenant, actor, "key_result.co_author_accepted", id, actor, ct);
        return accepted;
    }

    private async Task<Outcome<CoAuthor>> StoreRemovalAsync(TenantId tenant, AccountId actor, KeyResultId id, AccountId account, CancellationToken ct)
    {
        if (await FindAsync(tenant, id, account, ct) is not { } known)
        {
            return Missing;
        }

        await keyResults.RemoveCoAuthorAsync(tenant, id, account, ct);
        await AuditAsync(tenant, actor, "key_result.co_author_removed", id, account, ct);
        return known;
    }

    private async Task<CoAuthor?> FindAsync(TenantId tenant, KeyResultId id, AccountId account, CancellationToken ct) =>
        (await keyResults.ListCoAuthorsAsync(tenant, id, ct)).FirstOrDefault(c => c.Account == account);

    private Task AuditAsync(TenantId tenant, AccountId actor, string action, KeyResultId id, AccountId account, CancellationToken ct)
    {
        Dictionary<string, string?> facts = new(StringComparer.Ordinal) { ["account"] = account.Value };
        var gone = action == "key_result.co_author_removed";
        return audit.AppendAsync(
            tenant, AuditEntry.ByPerson(actor, action, "key_result", id.Value.ToString("D"), gone ? facts : null, gone ? null : facts), ct);
    }
}
