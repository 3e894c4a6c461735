using System.Diagnostics;
using Addon.Core.Common;
using Microsoft.AspNetCore.Diagnostics;

namespace Addon.Web.Http;

/// <summary>The last stop: a body that cannot be read is the caller's fault (4xx with a code), anything else is ours (500). No exception text leaves.</summary>
/// <remarks>What is ours is logged here: the framework says nothing of an exception that a handler has taken. The endpoint's name, never the address: its query may hold a token.</remarks>
internal sealed partial class UnhandledExceptionHandler(ILogger<UnhandledExceptionHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        Record(httpContext, exception);
        var result = exception switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Problems.TooLarge,
            BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } => Problems.NotJson,
            BadHttpRequestException bad => Problems.Result(bad.StatusCode, "request.malformed", "The request cannot be read; check its JSON and its field types."),
            StorageUnavailableException =>
                Problems.Result(StatusCodes.Status503ServiceUnavailable, "storage.unavailable", "The storage does not answer right now. Nothing of this request was kept; try again."),
            _ => Problems.Result(StatusCodes.Status500InternalServerError, "internal", "Something went wrong on our side. Nothing of this request was kept."),
        };
        await result.ExecuteAsync(httpContext);
        return true;
    }

    private void Record(HttpContext context, Exception exception)
    {
        var endpoint = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        var name = endpoint?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? endpoint?.DisplayName;
        var trace = Activity.Current?.Id ?? context.TraceIdentifier;
        if (exception is StorageUnavailableException)
        {
            Log.StorageUnavailable(logger, exception, name, trace);
        }
        else if (exception is not BadHttpRequestException)
        {
            Log.Unexpected(logger, exception, name, trace);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(300, LogLevel.Error, "Something unexpected was thrown at {Endpoint} (trace {TraceId}).")]
        public static partial void Unexpected(ILogger logger, Exception exception, string? endpoint, string traceId);

        [LoggerMessage(301, LogLevel.Warning, "The storage did not answer at {Endpoint} (trace {TraceId}).")]
        public static partial void StorageUnavailable(ILogger logger, Exception exception, string? endpoint, string traceId);
    }
}
