using Addon.Core.Common;
using Addon.Core.Events;
using Addon.Web.Connect;
using Addon.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Addon.Web.Webhooks;

/// <summary>Takes every event that the descriptor subscribes to: read, store, then answer. The work is done later, by <see cref="InboxWorker"/> and <see cref="RereadWorker"/>.</summary>
internal static partial class WebhookEndpoints
{
    private const string IdentifierHeader = "X-Atlassian-Webhook-Identifier";
    private const int IdentifierLength = 255;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/connect/webhooks", ReceiveAsync)
        .WithName("ReceiveWebhook")
        .WithMetadata(new RequestSizeLimitAttribute(WebhookBody.Longest))
        .RequireToken(ConnectTokenKind.Webhook);

    private static async Task<Results<Ok, ProblemHttpResult>> ReceiveAsync(
        Caller caller,
        HttpRequest request,
        WebhookReader reader,
        IInbox inbox,
        InboxLanes lanes,
        ILogger<WebhookReader> logger,
        CancellationToken ct)
    {
        using var body = await WebhookBody.ReadAsync(request.Body, ct);
        var happened = reader.Read(DeliveryId(request, body), body.Bytes, body.IsComplete);
        if (!happened.Succeeded)
        {
            Log.Refused(logger, caller.Tenant, happened.Error.Code);
            return Problems.From(happened.Error);
        }

        if (happened.Value.Kind is JiraEventKind.Other)
        {
            return TypedResults.Ok();
        }

        return await StoreAsync(caller.Tenant, happened.Value, inbox, lanes, logger, ct);
    }

    private static async Task<Results<Ok, ProblemHttpResult>> StoreAsync(
        TenantId tenant, JiraEvent happened, IInbox inbox, InboxLanes lanes, ILogger logger, CancellationToken ct)
    {
        try
        {
            if (await inbox.AcceptAsync(tenant, happened, ct))
            {
                lanes.Raise(happened);
                Log.Accepted(logger, tenant, happened.Kind);
            }

            return TypedResults.Ok();
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            // Whatever the reason is: the event is not stored, and Jira repeats a delivery that is answered with 5xx.
            Log.NotStored(logger, tenant, exception);
            return Problems.Result(StatusCodes.Status503ServiceUnavailable, "webhook.not_stored", "The event could not be stored. Send it again.");
        }
    }

    /// <summary>What makes repetitions of a delivery recognisable: the platform's identifier or, without a usable one, the body itself.</summary>
    private static string DeliveryId(HttpRequest request, WebhookBody body)
    {
        // Values are compared without regard to case, on every database alike.
        var identifier = request.Headers[IdentifierHeader].ToString().ToLowerInvariant();
        return identifier.Length is > 0 and <= IdentifierLength && identifier.All(c => c is > ' ' and < '\u007f') ? identifier : "sha256:" + body.Hash;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Accepted a webhook of tenant {TenantId}: {Kind}.")]
        public static partial void Accepted(ILogger logger, TenantId tenantId, JiraEventKind kind);

        [LoggerMessage(2, LogLevel.Warning, "Refused a webhook of tenant {TenantId}: {Code}.")]
        public static partial void Refused(ILogger logger, TenantId tenantId, string code);

        [LoggerMessage(3, LogLevel.Error, "A webhook of tenant {TenantId} could not be stored.")]
        public static partial void NotStored(ILogger logger, TenantId tenantId, Exception exception);
    }
}
