using Addon.Core.Company;
using Addon.Web.Connect;
using Addon.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Addon.Web.CompanyPage;

/// <summary>The company's page: one database round trip, and one question to Jira about the projects of the teams.</summary>
internal static class CompanyPageEndpoint
{
    public static void MapCompany(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/connect/company", ShowAsync).WithName("ShowCompany").WithTags("Pages").RequireToken(ConnectTokenKind.Page);

    private static async Task<Results<RazorComponentResult<CompanyPage>, ProblemHttpResult>> ShowAsync(
        [AsParameters] CompanyQuery query, Caller caller, ShowCompanyTree show, CancellationToken ct)
    {
        if (caller.Account is not { } person)
        {
            return Page(null);
        }

        var tree = await show.ShowAsync(caller.Tenant, person, query.ToFilterOrNone(caller), ct);
        if (!tree.Succeeded)
        {
            // The cycle of an old link.
            tree = await show.ShowAsync(caller.Tenant, person, CompanyFilter.None, ct);
        }

        return tree.Succeeded ? Page(tree.Value) : Problems.From(tree.Error);

        RazorComponentResult<CompanyPage> Page(CompanyTree? tree) => new(new { Tree = tree, Person = caller.Account?.Value ?? "" });
    }
}
