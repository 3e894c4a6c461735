using Addon.Core.Common;
using Addon.Web.Connect;
using Addon.Web.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace Addon.Web.Ui;

/// <summary>The API behind the pages (<c>docs/api.md</c>): context tokens only, a person behind each call, small bodies.</summary>
internal static class PageApi
{
    /// <summary>Where the API begins.</summary>
    public const string Root = "/api/v1";

    private const int MaxBodyBytes = 64 * 1024;

    /// <summary>A group of the API.</summary>
    public static RouteGroupBuilder MapPageApi(this IEndpointRouteBuilder routes, string tag)
    {
        var group = routes
            .MapGroup(Root)
            .WithTags(tag)
            .RequireToken(ConnectTokenKind.Session)
            .RequireRateLimiting(nameof(PageApiRate))
            .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes))
            .AddEndpointFilter(RequirePersonAsync);

        // With it, routing itself answers a wrong content type, by an endpoint without a token kind, which the fallback policy then refuses as 401.
        // Without it the token is checked first, and then the body's reader answers 415 with a code.
        ((IEndpointConventionBuilder)group).Finally(endpoint => RemoveAll<IAcceptsMetadata>(endpoint.Metadata));
        return group;
    }

    /// <summary>The person behind a call that has passed the group's filter.</summary>
    public static AccountId Person(this Caller caller) => caller.Account ?? throw new InvalidOperationException("The group's filter lets no anonymous caller through.");

    private static void RemoveAll<T>(IList<object> metadata)
    {
        foreach (var item in metadata.Where(m => m is T).ToList())
        {
            metadata.Remove(item);
        }
    }

    private static async ValueTask<object?> RequirePersonAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        return context.HttpContext.Features.Get<Caller>() is { Account: not null }
            ? await next(context)
            : Problems.Result(StatusCodes.Status403Forbidden, "person.missing", "Log in to Jira to see and answer this.");
    }
}
