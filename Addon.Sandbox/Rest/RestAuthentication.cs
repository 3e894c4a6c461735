using Addon.Sandbox.Pages;
using Microsoft.AspNetCore.Http.Features;

namespace Addon.Sandbox.Rest;

/// <summary>Finds out who makes a REST call, and answers what Jira answers when it cannot.</summary>
internal sealed partial class RestAuthentication(AppTokenVerifier verifier, ILogger<RestAuthentication> logger) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;

        // CHANGE-2328: a GET with a body is refused before anything else is looked at.
        if (HttpMethods.IsGet(request.Method) && (request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0))
        {
            return RestAnswers.Error(StatusCodes.Status403Forbidden, "GET requests must not have a body.");
        }

        string? authorization = request.Headers.Authorization;
        if (authorization is null)
        {
            context.HttpContext.Features.Set(new RestCaller(Visitor.Of(context.HttpContext).User));
            return await next(context);
        }

        var target = context.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var refusal = authorization.StartsWith("JWT ", StringComparison.OrdinalIgnoreCase)
            ? verifier.Refuse(authorization[4..].Trim(), request.Method, target)
            : "not a JWT";
        if (refusal is not null)
        {
            Log.Refused(logger, request.Method, request.Path, refusal);
            return RestAnswers.Error(StatusCodes.Status401Unauthorized, "Client must be authenticated to access this resource.");
        }

        context.HttpContext.Features.Set(new RestCaller(LocalJira.JiraUser.App));
        return await next(context);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Refused {Method} {Path}: {Reason}.")]
        public static partial void Refused(ILogger logger, string method, PathString path, string reason);
    }
}
