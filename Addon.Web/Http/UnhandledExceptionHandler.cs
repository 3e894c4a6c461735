using Addon.Core.Common;
using Microsoft.AspNetCore.Diagnostics;

namespace Addon.Web.Http;

/// <summary>The last stop: a body that cannot be read is the caller's fault (4xx with a code), anything else is ours (500). No exception text leaves.</summary>
internal sealed class UnhandledExceptionHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var result = exception switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Problems.TooLarge,
            BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } =>
                Problems.Result(StatusCodes.Status415UnsupportedMediaType, "request.not_json", "Send the body as application/json."),
            BadHttpRequestException bad => Problems.Result(bad.StatusCode, "request.malformed", "The request cannot be read; check its JSON and its field types."),
            StorageUnavailableException =>
                Problems.Result(StatusCodes.Status503ServiceUnavailable, "storage.unavailable", "The storage does not answer right now. Nothing of this request was kept; try again."),
            _ => Problems.Result(StatusCodes.Status500InternalServerError, "internal", "Something went wrong on our side. Nothing of this request was kept."),
        };
        await result.ExecuteAsync(httpContext);
        return true;
    }
}
