using Addon.Core.Common;
using Addon.Web.Connect;
using Addon.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace Addon.Web.Ui;

/// <summary>The API behind the pages (<c>docs/api.md</c>): context tokens only, a person behind each call, small bodies.</summary>
internal static class PageApi
{
    private const int MaxBodyBytes = 64 * 1024;

    /// <summary>A group of the API.</summary>
    public static RouteGroupBuilder MapPageApi(this IEndpointRouteBuilder routes, string tag) => routes
        .MapGroup("/api/v1")
        .WithTags(tag)
        .RequireToken(ConnectTokenKind.Session)
        .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes))
        .AddEndpointFilter(RequirePersonAsync);

    /// <summary>The person behind a call that has passed the group's filter.</summary>
    public static AccountId Person(this Caller caller) => caller.Account ?? throw new InvalidOperationException("The group's filter lets no anonymous caller through.");

    private static async ValueTask<object?> RequirePersonAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        return context.HttpContext.Features.Get<Caller>() is { Account: not null }
            ? await next(context)
            : Problems.Result(StatusCodes.Status403Forbidden, "person.missing", "Log in to Jira to see and answer this.");
    }
}
