using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.Scopes;
using Addon.Web.Connect;
using Addon.Web.Http;
using Addon.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Addon.Web.AdminPage;

/// <summary>The administrators' page, and the parts of it that are fetched again. Who looks is asked of Jira each time: that Jira lists the page for them proves nothing.</summary>
internal static class AdminEndpoints
{
    private static readonly DomainError Anonymous = new(ErrorKind.Forbidden, "person.missing", "Log in to Jira and open this page again.");

    public static void MapAdminPageEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/connect/admin", ShowAsync).WithName("ShowAdminPage").WithTags("Pages").RequireToken(ConnectTokenKind.Page);
        var api = routes.MapPageApi("Administration");
        api.MapGet("/admin/panel", ShowSectionsAsync).WithName("GetAdminPanel");
        api.MapGet("/admin/cycles/{cycleId:guid}/snapshots", ShowSnapshotsAsync).WithName("GetSnapshotsPanel");
    }

    private static async Task<RazorComponentResult<AdminPageView>> ShowAsync(
        Caller caller, ScopeAuthority authority, ReadScopes scopes, ReadCycles cycles, CancellationToken ct)
    {
        var refusal = caller.Account is { } account ? await authority.CheckSettingsAsync(caller.Tenant, account, ct) : Anonymous;
        return new RazorComponentResult<AdminPageView>(new
        {
            Model = refusal is null ? await ReadAsync(caller, scopes, cycles, ct) : null,
            Refusal = refusal,
        });
    }

    private static async Task<Results<RazorComponentResult<AdminSections>, ProblemHttpResult>> ShowSectionsAsync(
        Caller caller, ScopeAuthority authority, ReadScopes scopes, ReadCycles cycles, CancellationToken ct) =>
        await authority.CheckSettingsAsync(caller.Tenant, caller.Person(), ct) is { } refusal
            ? Problems.From(refusal)
            : new RazorComponentResult<AdminSections>(new { Model = await ReadAsync(caller, scopes, cycles, ct) });

    private static async Task<Results<RazorComponentResult<SnapshotsView>, ProblemHttpResult>> ShowSnapshotsAsync(
        Guid cycleId, Caller caller, ReadCycles read, CancellationToken ct)
    {
        var id = new CycleId(cycleId);
        var found = await read.ListSnapshotsAsync(caller.Tenant, caller.Person(), id, ct);
        if (!found.Succeeded)
        {
            return Problems.From(found.Error);
        }

        var newest = found.Value.Count == 0 ? null : (await read.FindSnapshotAsync(caller.Tenant, caller.Person(), id, found.Value[0].Id, ct)).Value;
        return new RazorComponentResult<SnapshotsView>(new { Snapshots = found.Value, Newest = newest });
    }

    private static async Task<AdminModel> ReadAsync(Caller caller, ReadScopes scopes, ReadCycles cycles, CancellationToken ct) =>
        new(await scopes.ListAllAsync(caller.Tenant, ct), await cycles.ListAsync(caller.Tenant, ct));
}
