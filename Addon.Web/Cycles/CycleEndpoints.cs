using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Web.Connect;
using Addon.Web.Http;
using Addon.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Addon.Web.Cycles;

/// <summary>The part of the API that plans cycles and takes them through their life.</summary>
internal static class CycleEndpoints
{
    public static void MapCycleApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapPageApi("Cycles");
        api.MapGet("/cycles", ListAsync).WithName("ListCycles");
        api.MapPost("/cycles", PlanAsync).WithName("PlanCycle");
        var cycle = api.MapGroup("/cycles/{cycleId:guid}");
        cycle.MapGet("", GetAsync).WithName("GetCycle");
        cycle.MapPut("", EditAsync).WithName("EditCycle");
        cycle.MapPost("/transitions", MoveAsync).WithName("MoveCycle");
        cycle.MapGet("/snapshots", ListSnapshotsAsync).WithName("ListCycleSnapshots");
        cycle.MapGet("/snapshots/{snapshotId:guid}", GetSnapshotAsync).WithName("GetCycleSnapshot");
        cycle.MapPost("/carry-forward", CarryAsync).WithName("CarryForward");
    }

    private static async Task<Ok<Page<CycleResponse>>> ListAsync(string? after, int? limit, Caller caller, ReadCycles read, CancellationToken ct)
    {
        var all = await read.ListAsync(caller.Tenant, ct);
        var rest = Guid.TryParseExact(after, "D", out var last) ? all.SkipWhile(c => c.Id.Value != last).Skip(1).ToList() : [.. all];
        var items = rest.Take(Page.LimitOf(limit)).Select(CycleResponse.Of).ToList();
        return TypedResults.Ok(new Page<CycleResponse>(items, items.Count < rest.Count ? items[^1].Id.ToString("D") : null));
    }

    private static async Task<Results<Versioned<CycleResponse>, ProblemHttpResult>> PlanAsync(CycleBody body, Caller caller, WriteCycle write, CancellationToken ct)
    {
        var planned = await write.PlanAsync(caller.Tenant, caller.Person(), body.ToDraft(), ct);
        return planned.Succeeded
            ? new Versioned<CycleResponse>(CycleResponse.Of(planned.Value), planned.Value.Version, $"{PageApi.Root}/cycles/{planned.Value.Id.Value}")
            : Problems.From(planned.Error);
    }

    private static async Task<Results<Versioned<CycleResponse>, ProblemHttpResult>> GetAsync(Guid cycleId, Caller caller, ReadCycles read, CancellationToken ct) =>
        Answer(await read.FindAsync(caller.Tenant, new CycleId(cycleId), ct));

    private static async Task<Results<Versioned<CycleResponse>, ProblemHttpResult>> EditAsync(
        Guid cycleId, CycleBody body, EditedVersion version, Caller caller, WriteCycle write, ReadCycles read, CancellationToken ct)
    {
        if (version.Missing is { } missing)
        {
            return missing;
        }

        var id = new CycleId(cycleId);
        var edited = await write.EditAsync(caller.Tenant, caller.Person(), id, version.Value, body.ToDraft(), ct);
        return edited.Error is { Kind: ErrorKind.Conflict } conflict
            ? Problems.From(conflict, (await read.FindAsync(caller.Tenant, id, ct)).Value is { } current ? CycleResponse.Of(current) : null)
            : Answer(edited);
    }

    private static async Task<Results<Versioned<CycleResponse>, ProblemHttpResult>> MoveAsync(
        Guid cycleId, TransitionBody body, Caller caller, MoveCycle move, CancellationToken ct) =>
        Answer(await move.MoveAsync(caller.Tenant, caller.Person(), new CycleId(cycleId), WireEnum.Parse<CycleMove>(body.To), ct));

    private static async Task<Results<Ok<Page<SnapshotListed>>, ProblemHttpResult>> ListSnapshotsAsync(Guid cycleId, Caller caller, ReadCycles read, CancellationToken ct)
    {
        var found = await read.ListSnapshotsAsync(caller.Tenant, caller.Person(), new CycleId(cycleId), ct);
        return found.Succeeded ? TypedResults.Ok(new Page<SnapshotListed>([.. found.Value.Select(SnapshotListed.Of)], null)) : Problems.From(found.Error);
    }

    private static async Task<Results<Ok<SnapshotResponse>, ProblemHttpResult>> GetSnapshotAsync(
        Guid cycleId, Guid snapshotId, Caller caller, ReadCycles read, CancellationToken ct)
    {
        var found = await read.FindSnapshotAsync(caller.Tenant, caller.Person(), new CycleId(cycleId), snapshotId, ct);
        return found.Succeeded ? TypedResults.Ok(SnapshotResponse.Of(found.Value)) : Problems.From(found.Error);
    }

    private static async Task<Results<Ok<CarryForwardResponse>, ProblemHttpResult>> CarryAsync(
        Guid cycleId, CarryForwardBody body, Caller caller, CarryForward carry, CancellationToken ct)
    {
        var carried = await carry.RunAsync(
            caller.Tenant,
            caller.Person(),
            new CycleId(cycleId),
            body.TargetCycleId is { } target ? new CycleId(target) : null,
            body.ObjectiveIds?.Select(id => new ObjectiveId(id)).ToList(),
            ct);
        return carried.Succeeded ? TypedResults.Ok(CarryForwardResponse.Of(carried.Value)) : Problems.From(carried.Error);
    }

    private static Results<Versioned<CycleResponse>, ProblemHttpResult> Answer(Outcome<Cycle> outcome) =>
        outcome.Succeeded ? new Versioned<CycleResponse>(CycleResponse.Of(outcome.Value), outcome.Value.Version) : Problems.From(outcome.Error);
}
