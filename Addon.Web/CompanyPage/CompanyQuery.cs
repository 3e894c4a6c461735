using Addon.Core.Common;
using Addon.Core.Company;
using Addon.Web.Connect;
using Addon.Web.Http;
using Addon.Web.Ui;

namespace Addon.Web.CompanyPage;

/// <summary>The filters as an address says them; what is empty is not asked for.</summary>
/// <param name="Cycle">A cycle's id.</param>
/// <param name="Owner">An account id, or <c>me</c>.</param>
/// <param name="Health">A health as the API spells it.</param>
internal sealed record CompanyQuery(string? Cycle, string? Owner, string? Health)
{
    /// <summary>What the owner is who looks.</summary>
    public const string Me = "me";

    /// <summary>The filters, or what is wrong with them.</summary>
    public Outcome<CompanyFilter> ToFilter(Caller caller)
    {
        List<FieldError> errors = [];
        var cycle = Parse<CycleId>(Cycle, text => Guid.TryParseExact(text, "D", out var id) ? new CycleId(id) : null, new("cycle", "company.cycle_invalid", "That is no cycle's id."), errors);
        var owner = Parse<AccountId>(Owner, text => OwnerOf(text, caller), new("owner", "company.owner_invalid", "That is no account id."), errors);
        var health = Parse(Health, WireEnum.Parse<Core.Numbers.Health>, new("health", "company.health_invalid", "That is no health."), errors);
        return errors.Count > 0 ? DomainError.Invalid(errors) : new CompanyFilter(cycle, owner, health);
    }

    /// <summary>The filters for a page: an address that somebody mistyped shows everything and not an error.</summary>
    public CompanyFilter ToFilterOrNone(Caller caller) => ToFilter(caller).Value ?? CompanyFilter.None;

    private static AccountId? OwnerOf(string text, Caller caller) =>
        text == Me ? caller.Person() : new AccountId(text) is { IsWellFormed: true } account ? account : null;

    private static T? Parse<T>(string? text, Func<string, T?> parse, FieldError error, List<FieldError> errors)
        where T : struct
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var parsed = parse(text);
        if (parsed is null)
        {
            errors.Add(error);
        }

        return parsed;
    }
}
