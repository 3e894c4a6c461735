using Addon.Core.Common;
using Addon.Core.Company;
using Addon.Core.Scopes;

namespace Addon.Web.Data.Company;

/// <summary>A scope with one of its projects, or with none.</summary>
internal sealed class CompanyScopeRow
{
    public Guid Id { get; set; }

    public int Kind { get; set; }

    public string Name { get; set; } = "";

    public Guid? ParentScopeId { get; set; }

    public string? Owner { get; set; }

    public string TimeZone { get; set; } = "";

    public string HolidaysJson { get; set; } = "[]";

    public long? ProjectId { get; set; }

    public static IReadOnlyList<CompanyScope> ToScopes(IEnumerable<CompanyScopeRow> rows) =>
    [
        .. rows.GroupBy(r => r.Id).Select(scope => new CompanyScope(
            scope.First().ToScope(),
            [.. scope.Select(r => r.ProjectId).OfType<long>().Select(id => new ProjectId(id))])),
    ];

    private Scope ToScope() => new()
    {
        Id = new ScopeId(Id),
        Kind = (ScopeKind)Kind,
        Name = Name,
        Parent = ParentScopeId is { } parent ? new ScopeId(parent) : null,
        Owner = Owner is null ? null : new AccountId(Owner),
        TimeZone = TimeZone,
        Holidays = DbJson.ReadList<DateOnly>(HolidaysJson),
    };
}
