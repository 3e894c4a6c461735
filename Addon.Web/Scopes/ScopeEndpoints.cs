using Addon.Core.Common;
using Addon.Core.Scopes;
using Addon.Web.Connect;
using Addon.Web.Http;
using Addon.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Addon.Web.Scopes;

/// <summary>The part of the API that arranges scopes and their projects.</summary>
internal static class ScopeEndpoints
{
    public static void MapScopeApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapPageApi("Scopes");
        api.MapGet("/scopes", ListAsync).WithName("ListScopes");
        api.MapPost("/scopes", AddAsync).WithName("AddScope");
        api.MapGet("/scopes/{scopeId:guid}", GetAsync).WithName("GetScope");
        api.MapPut("/scopes/{scopeId:guid}", EditAsync).WithName("EditScope");
        api.MapPut("/scopes/{scopeId:guid}/projects/{projectId:long}", MapAsync).WithName("MapProject");
        api.MapDelete("/scopes/{scopeId:guid}/projects/{projectId:long}", UnmapAsync).WithName("UnmapProject");
        api.MapPost("/projects/{projectId:long}/first-run", FirstRunAsync).WithName("RunFirstTime");
    }

    private static async Task<Results<Ok<Page<ScopeResponse>>, ProblemHttpResult>> ListAsync(string? after, int? limit, Caller caller, ReadScopes read, CancellationToken ct)
    {
        var found = await read.ListAsync(caller.Tenant, caller.Person(), ct);
        if (!found.Succeeded)
        {
            return Problems.From(found.Error);
        }

        // Scopes are counted in hundreds and read at once; the id of the last one is enough to go on.
        var rest = Guid.TryParseExact(after, "D", out var last)
            ? found.Value.SkipWhile(s => s.Scope.Id.Value != last).Skip(1).ToList()
            : [.. found.Value];
        var items = rest.Take(Page.LimitOf(limit)).Select(ScopeResponse.Of).ToList();
        return TypedResults.Ok(new Page<ScopeResponse>(items, items.Count < rest.Count ? items[^1].Id.ToString("D") : null));
    }

    private static async Task<Results<Versioned<ScopeResponse>, ProblemHttpResult>> AddAsync(ScopeBody body, Caller caller, WriteScope write, CancellationToken ct)
    {
        var added = await write.AddAsync(caller.Tenant, caller.Person(), WireEnum.Parse<ScopeKind>(body.Kind), body.ToDraft(), ct);
        return added.Succeeded
            ? new Versioned<ScopeResponse>(ScopeResponse.Of(added.Value, []), added.Value.Version, $"{PageApi.Root}/scopes/{added.Value.Id.Value}")
            : Problems.From(added.Error);
    }

    private static async Task<Results<Versioned<ScopeResponse>, ProblemHttpResult>> GetAsync(Guid scopeId, Caller caller, ReadScopes read, CancellationToken ct)
    {
        var found = await read.FindAsync(caller.Tenant, caller.Person(), new ScopeId(scopeId), ct);
        return found.Succeeded ? new Versioned<ScopeResponse>(ScopeResponse.Of(found.Value), found.Value.Scope.Version) : Problems.From(found.Error);
    }

    private static async Task<Results<Versioned<ScopeResponse>, ProblemHttpResult>> EditAsync(
        Guid scopeId, ScopeBody body, EditedVersion version, Caller caller, WriteScope write, ReadScopes read, CancellationToken ct)
    {
        if (version.Missing is { } missing)
        {
            return missing;
        }

        var id = new ScopeId(scopeId);
        var edited = await write.EditAsync(caller.Tenant, caller.Person(), id, version.Value, body.ToDraft(), ct);
        if (!edited.Succeeded && edited.Error.Kind != ErrorKind.Conflict)
        {
            return Problems.From(edited.Error);
        }

        var now = await read.FindAsync(caller.Tenant, caller.Person(), id, ct);
        var current = now.Succeeded ? ScopeResponse.Of(now.Value) : null;
        return edited.Succeeded
            ? new Versioned<ScopeResponse>(ScopeResponse.Of(edited.Value, now.Value?.Projects ?? []), edited.Value.Version)
            : Problems.From(edited.Error, current);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> MapAsync(Guid scopeId, long projectId, Caller caller, MapProject map, CancellationToken ct)
    {
        var mapped = await map.MapAsync(caller.Tenant, caller.Person(), new ScopeId(scopeId), new ProjectId(projectId), ct);
        return mapped.Succeeded ? TypedResults.NoContent() : Problems.From(mapped.Error);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> UnmapAsync(Guid scopeId, long projectId, Caller caller, MapProject map, CancellationToken ct)
    {
        var unmapped = await map.UnmapAsync(caller.Tenant, caller.Person(), new ScopeId(scopeId), new ProjectId(projectId), ct);
        return unmapped.Succeeded ? TypedResults.NoContent() : Problems.From(unmapped.Error);
    }

    private static async Task<Results<Created<FirstRunResponse>, ProblemHttpResult>> FirstRunAsync(
        long projectId, FirstRunBody body, Caller caller, FirstRun run, CancellationToken ct)
    {
        var made = await run.RunAsync(caller.Tenant, caller.Person(), new ProjectId(projectId), body.ToDraft(), ct);
        return made.Succeeded
            ? TypedResults.Created(
                $"{PageApi.Root}/scopes/{made.Value.Scope.Id.Value}",
                new FirstRunResponse(
                    made.Value.Scope.Id.Value, made.Value.Cycle.Id.Value, made.Value.Cycle.Name, made.Value.Objective.Id.Value, made.Value.Objective.Key))
            : Problems.From(made.Error);
    }
}
