using Addon.Core.Common;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Addon.Web.Http;

/// <summary>The one place where a refusal becomes an HTTP answer: ProblemDetails whose <c>type</c> is a stable code that clients may match.</summary>
internal static class Problems
{
    private const string TypePrefix = "urn:straightline:problem:";

    /// <summary>The body is over the endpoint's limit.</summary>
    public static ProblemHttpResult TooLarge => Result(StatusCodes.Status413PayloadTooLarge, "request.too_large", "The body is larger than this address takes.");

    /// <summary>The body is something else than JSON in UTF-8.</summary>
    public static ProblemHttpResult NotJson => Result(StatusCodes.Status415UnsupportedMediaType, "request.not_json", "Send the body as application/json in UTF-8.");

    /// <summary>The answer for a refusal of the domain.</summary>
    public static ProblemHttpResult From(DomainError error) => From(error, null);

    /// <summary>The answer for a refusal of the domain; a conflict shows how the thing is now, so that both versions can be seen.</summary>
    public static ProblemHttpResult From(DomainError error, object? current)
    {
        var problem = Create(
            error.Kind switch
            {
                ErrorKind.Invalid => StatusCodes.Status400BadRequest,
                ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
                ErrorKind.NotFound => StatusCodes.Status404NotFound,
                ErrorKind.Conflict => StatusCodes.Status409Conflict,
                _ => StatusCodes.Status503ServiceUnavailable,
            },
            error.Code,
            error.Message);
        if (error.Fields.Count > 0)
        {
            problem.Extensions["errors"] = error.Fields.Select(f => new { field = f.Field, code = f.Code, message = f.Message }).ToArray();
        }

        if (current is not null)
        {
            problem.Extensions["current"] = current;
        }

        return TypedResults.Problem(problem);
    }

    /// <summary>An answer that the edge gives by itself.</summary>
    public static ProblemHttpResult Result(int status, string code, string title) => TypedResults.Problem(Create(status, code, title));

    private static ProblemDetails Create(int status, string code, string title) => new()
    {
        Status = status,
        Type = TypePrefix + code,
        Title = title,
    };
}
