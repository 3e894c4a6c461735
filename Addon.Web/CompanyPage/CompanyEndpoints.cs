using Addon.Core.Common;
using Addon.Core.Company;
using Addon.Web.Connect;
using Addon.Web.Http;
using Addon.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Addon.Web.CompanyPage;

/// <summary>The company tree in the API: as JSON for programs, and as the fragments that the page opens.</summary>
internal static class CompanyEndpoints
{
    private static readonly DomainError NotShown =
        new(ErrorKind.NotFound, "objective.not_found", "There is no such objective, or it is not shown with these filters.");

    public static void MapCompanyApi(this IEndpointRouteBuilder routes)
    {
        var company = routes.MapPageApi("Company").MapGroup("/company");
        company.MapGet("/tree", GetTreeAsync).WithName("GetCompanyTree");
        company.MapGet("/owners", ListOwnersAsync).WithName("ListCompanyOwners");
        company.MapGet("/view", ShowViewAsync).WithName("ShowCompanyView");
        company.MapGet("/top", ShowTopAsync).WithName("ShowCompanyTop");
        company.MapGet("/tree/{objectiveId}", ShowObjectiveAsync).WithName("ShowCompanyObjective");
        company.MapGet("/tree/{objectiveId}/served-by", ShowServedAsync).WithName("ShowCompanyServedBy");
        company.MapGet("/groups/{place}/{scopeId}", ShowGroupAsync).WithName("ShowCompanyGroup");
        company.MapGet("/scopes", ShowScopesAsync).WithName("ShowCompanyScopes");
    }

    private static async Task<Results<Ok<CompanyTreeResponse>, ProblemHttpResult>> GetTreeAsync(
        [AsParameters] CompanyQuery query, string? after, int? limit, Caller caller, ShowCompanyTree show, CancellationToken ct)
    {
        var tree = await ShowAsync(query, caller, show, ct);
        return tree.Succeeded ? TypedResults.Ok(CompanyTreeResponse.Of(tree.Value, after, Page.LimitOf(limit))) : Problems.From(tree.Error);
    }

    private static async Task<Results<Ok<Page<string>>, ProblemHttpResult>> ListOwnersAsync(
        [AsParameters] CompanyQuery query, Caller caller, ShowCompanyTree show, CancellationToken ct)
    {
        var tree = await ShowAsync(query, caller, show, ct);
        return tree.Succeeded ? TypedResults.Ok(new Page<string>([.. tree.Value.Owners().Select(o => o.Value)], null)) : Problems.From(tree.Error);
    }

    private static async Task<Results<RazorComponentResult<CompanyView>, ProblemHttpResult>> ShowViewAsync(
        [AsParameters] CompanyQuery query, string? open, Caller caller, ShowCompanyTree show, CancellationToken ct)
    {
        var tree = await ShowAsync(query, caller, show, ct);
        return tree.Succeeded
            ? new RazorComponentResult<CompanyView>(new { Tree = tree.Value, Opening = open == "all" ? TreeOpening.All(tree.Value) : TreeOpening.Of(tree.Value) })
            : Problems.From(tree.Error);
    }

    private static async Task<Results<RazorComponentResult<ObjectiveList>, ProblemHttpResult>> ShowTopAsync(
        [AsParameters] CompanyQuery query, Guid? after, Caller caller, ShowCompanyTree show, CancellationToken ct)
    {
        var tree = await ShowAsync(query, caller, show, ct);
        return tree.Succeeded ? List(tree.Value, tree.Value.Roots, TreePath.Top, after) : Problems.From(tree.Error);
    }

    private static async Task<Results<RazorComponentResult<ObjectiveContents>, ProblemHttpResult>> ShowObjectiveAsync(
        Guid objectiveId, [AsParameters] CompanyQuery query, Caller caller, ShowCompanyTree show, CancellationToken ct)
    {
        var tree = await ShowAsync(query, caller, show, ct);
        if (!tree.Succeeded)
        {
            return Problems.From(tree.Error);
        }

        return tree.Value.Find(new ObjectiveId(objectiveId)) is { } objective
            ? new RazorComponentResult<ObjectiveContents>(new { Item = objective, Opening = TreeOpening.Nothing, tree.Value.TeamsAreKnown })
            : Problems.From(NotShown);
    }

    private static async Task<Results<RazorComponentResult<ObjectiveList>, ProblemHttpResult>> ShowServedAsync(
        Guid objectiveId, Guid? keyResult, Guid? after, [AsParameters] CompanyQuery query, Caller caller, ShowCompanyTree show, CancellationToken ct)
    {
        var tree = await ShowAsync(query, caller, show, ct);
        if (!tree.Succeeded)
        {
            return Problems.From(tree.Error);
        }

        var objective = tree.Value.Find(new ObjectiveId(objectiveId));
        var served = keyResult is { } id ? objective?.Find(new KeyResultId(id))?.Served : objective?.Served;
        return served is null ? Problems.From(NotShown) : List(tree.Value, served.By, TreePath.ServedBy(objectiveId, keyResult), after);
    }

    private static async Task<Results<RazorComponentResult<ObjectiveList>, ProblemHttpResult>> ShowGroupAsync(
        string place, Guid scopeId, Guid? after, [AsParameters] CompanyQuery query, Caller caller, ShowCompanyTree show, CancellationToken ct)
    {
        var tree = await ShowAsync(query, caller, show, ct);
        if (!tree.Succeeded)
        {
            return Problems.From(tree.Error);
        }

        var group = tree.Value.Groups.FirstOrDefault(g => WireEnum.Of(g.Place) == place && g.Scope.Id.Value == scopeId);
        return group is null ? Problems.From(NotShown) : List(tree.Value, group.Objectives, TreePath.Group(group), after);
    }

    private static async Task<Results<RazorComponentResult<ScopeTable>, ProblemHttpResult>> ShowScopesAsync(
        [AsParameters] CompanyQuery query, Caller caller, ShowCompanyTree show, CancellationToken ct)
    {
        var tree = await ShowAsync(query, caller, show, ct);
        return tree.Succeeded ? new RazorComponentResult<ScopeTable>(new { Scopes = tree.Value.CountScopes() }) : Problems.From(tree.Error);
    }

    private static RazorComponentResult<ObjectiveList> List(CompanyTree tree, IReadOnlyList<CompanyObjective> objectives, string path, Guid? after) => new(new
    {
        Objectives = objectives,
        Path = path,
        After = after,
        Opening = TreeOpening.Nothing,
        tree.TeamsAreKnown,
    });

    private static async Task<Outcome<CompanyTree>> ShowAsync(CompanyQuery query, Caller caller, ShowCompanyTree show, CancellationToken ct)
    {
        var filter = query.ToFilter(caller);
        return filter.Succeeded ? await show.ShowAsync(caller.Tenant, caller.Person(), filter.Value, ct) : filter.Error;
    }
}
