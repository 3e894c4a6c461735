using Addon.Web.Http;

namespace Addon.Web.Connect.Auth;

/// <summary>The one answer to whoever could not be authenticated: it says nothing about why.</summary>
internal static class AuthenticationProblem
{
    public static Task WriteAsync(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "JWT";
        return Create().ExecuteAsync(context);
    }

    public static IResult Create() => Problems.Result(StatusCodes.Status401Unauthorized, "authentication.failed", "This request could not be authenticated.");
}
