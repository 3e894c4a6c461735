using Addon.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Addon.Web.Connect.Auth;

/// <summary>The one answer to whoever could not be authenticated: the same bytes whatever the cause, without even a trace id.</summary>
internal static class AuthenticationProblem
{
    public static Task WriteAsync(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "JWT";
        return Create().ExecuteAsync(context);
    }

    public static JsonHttpResult<ProblemDetails> Create() => TypedResults.Json(
        Problems.Result(StatusCodes.Status401Unauthorized, "authentication.failed", "This request could not be authenticated.").ProblemDetails,
        contentType: "application/problem+json",
        statusCode: StatusCodes.Status401Unauthorized);
}
