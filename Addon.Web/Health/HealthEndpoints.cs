using Addon.Core.Events;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Addon.Web.Health;

/// <summary>What probes and operators ask. Open to anybody, and therefore free of anybody's data.</summary>
internal static class HealthEndpoints
{
    private const string Ready = "ready";
    private const string Unavailable = "unavailable";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").AllowAnonymous().AddEndpointFilter(DoNotStoreAsync);
        health.MapGet("/live", Live).WithName("Live");
        health.MapGet("/ready", ReadyAsync).WithName("Ready");
        health.MapGet("/", ReportAsync).WithName("Health");
    }

    private static async ValueTask<object?> DoNotStoreAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return await next(context);
    }

    /// <summary>The process runs. Says nothing of the database: a restart would not heal that.</summary>
    private static Ok<HealthReport> Live() => TypedResults.Ok(new HealthReport("live"));

    /// <summary>The database answers, so that requests can be sent here.</summary>
    private static async Task<JsonHttpResult<HealthReport>> ReadyAsync(InboxGauge gauge, CancellationToken ct) =>
        await gauge.ReadAsync(ct) is null
            ? TypedResults.Json(new HealthReport(Unavailable), statusCode: StatusCodes.Status503ServiceUnavailable)
            : TypedResults.Json(new HealthReport(Ready));

    private static async Task<JsonHttpResult<HealthReport>> ReportAsync(InboxGauge gauge, TimeProvider clock, CancellationToken ct) =>
        await gauge.ReadAsync(ct) is { } inbox
            ? TypedResults.Json(new HealthReport(Ready, ReportOf(inbox, clock.GetUtcNow())))
            : TypedResults.Json(new HealthReport(Unavailable), statusCode: StatusCodes.Status503ServiceUnavailable);

    private static InboxReport ReportOf(InboxHealth inbox, DateTimeOffset now) => new(
        inbox.Pending,
        inbox.OldestPendingAt is { } oldest ? Math.Max(0, Math.Round((now - oldest).TotalSeconds, 1)) : null,
        inbox.Parked,
        [.. inbox.LastParked.Select(parked => new ParkedReport(parked.Name, parked.ReceivedAt, parked.Attempts, parked.ErrorCode))]);
}
